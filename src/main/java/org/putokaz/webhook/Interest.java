package org.putokaz.webhook;

import org.putokaz.http.Token;

/** Which changes an endpoint wants to hear of. Withdrawals it hears of in any case. */
enum Interest implements Token {
    ALL,
    MAJOR
}
