package org.putokaz.webhook;

import org.putokaz.http.Token;

/** What is delivered. */
enum DeliveryKind implements Token {
    CHANGE,
    TEST,
    CHALLENGE
}
