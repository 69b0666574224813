package org.putokaz.webhook.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Result of one attempt.
 *
 * @param status of the response; 0 when there was none
 * @param bodyPrefix the first bytes of the response body
 * @param retryAfter the header {@code Retry-After}, not parsed
 * @param failure null when the receiver accepted the delivery
 */
public record DeliveryResult(
        int status,
        byte[] bodyPrefix,
        @Nullable String retryAfter,
        @Nullable DeliveryFailure failure,
        Duration latency) {

    /** The status with which a receiver ends a webhook (Standard Webhooks 1.0). */
    public static final int GONE = 410;

    /** Statuses with which a receiver asks for time, whatever it was sent. */
    private static final Set<Integer> BUSY_STATUSES = Set.of(429, 503);

    private static final int MAX_PRINTABLE_BYTES = 500;
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    /** A 2xx status is acceptance, any other one a failure. */
    public static DeliveryResult ofResponse(
            int status, byte[] bodyPrefix, @Nullable String retryAfter, Duration latency) {
        DeliveryFailure failure = status / 100 == 2 ? null : DeliveryFailure.NOT_ACCEPTED;
        return new DeliveryResult(status, bodyPrefix, retryAfter, failure, latency);
    }

    /** The result of an attempt without a response. */
    public static DeliveryResult failed(DeliveryFailure failure, Duration latency) {
        return new DeliveryResult(0, new byte[0], null, failure, latency);
    }

    public DeliveryResult withFailure(DeliveryFailure other) {
        return new DeliveryResult(status, bodyPrefix, retryAfter, other, latency);
    }

    public boolean isAccepted() {
        return failure == null;
    }

    /**
     * Whether the reason of the failure may lie in what was sent. False for an accepted delivery, when the receiver was
     * not reached, and when it asked for time or said that it is gone. A receiver may refuse a large body by breaking
     * off the connection, or take too long for it.
     */
    public boolean isRefusal() {
        if (failure == null || status == GONE || BUSY_STATUSES.contains(status)) {
            return false;
        }
        return switch (failure) {
            case NOT_ACCEPTED, TIMED_OUT, BROKEN_OFF -> true;
            case NAME_NOT_RESOLVED,
                    ADDRESS_NOT_PUBLIC,
                    NOT_CONNECTED,
                    CERTIFICATE_NOT_TRUSTED,
                    CHALLENGE_NOT_ANSWERED -> false;
        };
    }

    /** The first 500 bytes of the body, decoded as UTF-8, with U+FFFD for all that is not printable. */
    public String printableBody() {
        byte[] prefix = Arrays.copyOf(bodyPrefix, Math.min(bodyPrefix.length, MAX_PRINTABLE_BYTES));
        StringBuilder printable = new StringBuilder();
        new String(prefix, StandardCharsets.UTF_8)
                .codePoints()
                .map(character -> isPrintable(character) ? character : REPLACEMENT_CHARACTER)
                .forEach(printable::appendCodePoint);
        return printable.toString();
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
