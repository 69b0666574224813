package org.putokaz.bench;

import org.jspecify.annotations.Nullable;

/** All ask the same, and all must hear the same. */
final class Same implements Script {

    private final Asked asked;
    private final Answer expected;
    private final long checksum;

    Same(Request request, Answer expected) {
        this.asked = new Asked(request.bytes(), request, 0);
        this.expected = expected;
        this.checksum = expected.checksum();
    }

    @Override
    public Asked next() {
        return asked;
    }

    @Override
    public @Nullable String complaint(Asked question, Heard heard) {
        if (heard.status() != expected.status()) {
            return question.subject() + " answered " + heard.status();
        }
        return heard.checksum() == checksum ? null : question.subject() + " answered other bytes than before";
    }
}
