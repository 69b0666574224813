package org.putokaz.contact;

import org.putokaz.http.Token;

/** What a channel is for. */
enum Purpose implements Token {
    VICTIM_SUPPORT,
    REPORT,
    GENERAL,
    PRESS,
    PARTNER
}
