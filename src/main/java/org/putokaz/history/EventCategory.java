package org.putokaz.history;

import org.putokaz.http.Token;

/** What sort of event it was. */
enum EventCategory implements Token {
    FOUNDING,
    LEGAL_ACT,
    OPENING,
    CLOSING,
    MILESTONE
}
