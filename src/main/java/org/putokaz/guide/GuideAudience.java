package org.putokaz.guide;

import org.putokaz.http.Token;

/** Whom a guide speaks to. */
enum GuideAudience implements Token {
    VICTIM,
    WITNESS,
    FAMILY,
    PROFESSIONAL
}
