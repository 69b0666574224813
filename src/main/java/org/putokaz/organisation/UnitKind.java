package org.putokaz.organisation;

import org.putokaz.http.Token;

/** What sort of unit it is. */
enum UnitKind implements Token {
    INSTITUTION,
    SERVICE,
    SHELTER,
    DEPARTMENT,
    OFFICE
}
