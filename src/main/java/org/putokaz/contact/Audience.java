package org.putokaz.contact;

import org.putokaz.http.Token;

/** Whom a channel is for. */
enum Audience implements Token {
    VICTIM,
    WITNESS,
    FAMILY,
    PROFESSIONAL
}
