package org.putokaz.webhook.transport;

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
public record DeliveryResult(
        int status,
        byte[] start,
        @Nullable String retryAfter,
        @Nullable DeliveryFailure fault,
        Duration latency) {

    public static final int GONE = 410;

    private static final int SHOWN_BYTES = 500;

    public static DeliveryResult of(int status, byte[] start, @Nullable String retryAfter, Duration latency) {
        return new DeliveryResult(
                status, start, retryAfter, status / 100 == 2 ? null : DeliveryFailure.NOT_ACCEPTED, latency);
    }

    public static DeliveryResult none(DeliveryFailure fault, Duration latency) {
        return new DeliveryResult(0, new byte[0], null, fault, latency);
    }

    /** The same, but not what was asked for. */
    public DeliveryResult but(DeliveryFailure other) {
        return new DeliveryResult(status, start, retryAfter, other, latency);
    }

    public boolean accepted() {
        return fault == null;
    }

    /** The first bytes in a form that harms no screen: whatever is no printable character becomes U+FFFD. */
    public String shown() {
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
