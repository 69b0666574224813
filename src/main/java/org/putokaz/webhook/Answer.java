package org.putokaz.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param status of the answer; 0 where there was none
 * @param start the answer's first bytes
 * @param retryAfter the header, as it came
 * @param fault null when it was accepted
 */
record Answer(
        int status,
        byte[] start,
        @Nullable String retryAfter,
        @Nullable Fault fault,
        Duration latency) {

    static final int GONE = 410;

    private static final int SHOWN_BYTES = 500;

    static Answer of(int status, byte[] start, @Nullable String retryAfter, Duration latency) {
        return new Answer(status, start, retryAfter, status / 100 == 2 ? null : Fault.NOT_ACCEPTED, latency);
    }

    static Answer none(Fault fault, Duration latency) {
        return new Answer(0, new byte[0], null, fault, latency);
    }

    /** The same, but not what was asked for. */
    Answer but(Fault other) {
        return new Answer(status, start, retryAfter, other, latency);
    }

    boolean accepted() {
        return fault == null;
    }

    /** The first bytes in a form that harms no screen: whatever is no printable character becomes U+FFFD. */
    String shown() {
        String text = new String(Arrays.copyOf(start, Math.min(start.length, SHOWN_BYTES)), StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(character -> shown.appendCodePoint(isPrintable(character) ? character : 0xFFFD));
        return shown.toString();
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> character == '\n' || character == '\t';
            default -> true;
        };
    }
}
