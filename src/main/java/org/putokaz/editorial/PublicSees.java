package org.putokaz.editorial;

import org.putokaz.http.Token;

/** What the public sees of an entry now. */
enum PublicSees implements Token {
    /** It has never been published. */
    NOTHING,
    /** The newest revision. */
    THIS_REVISION,
    /** A revision before the newest. */
    EARLIER_REVISION,
    /** That it has been withdrawn: 410. */
    GONE
}
