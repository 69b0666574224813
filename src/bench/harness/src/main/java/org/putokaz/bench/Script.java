package org.putokaz.bench;

import org.jspecify.annotations.Nullable;

/** What a crowd of readers asks, and what it makes of the answers. */
interface Script {

    /** A request on its way. */
    record Asked(byte[] request, Object subject, long known) {}

    /** What the next reader asks; called at the moment it is sent. */
    Asked next();

    /** What is wrong with the answer, if anything. */
    @Nullable
    String complaint(Asked asked, Heard heard);

    /**
     * What is wrong with an answer that was heard before, and that took too long to read for whoever measures; null when
     * all have been read, which is waited for.
     */
    default @Nullable String late() {
        return null;
    }
}
