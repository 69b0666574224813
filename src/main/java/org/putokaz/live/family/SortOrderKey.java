package org.putokaz.live.family;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where an entry stands in an order of several columns, as one value: bytes that compare as the columns would, one after
 * the other, and that no two entries share because the id comes last. One column, compared once, is what an index can be
 * entered by on both databases. V15 writes the same in SQL for what was published before.
 */
public final class SortOrderKey {

    private static final long SMALLEST = Integer.MIN_VALUE;

    private final StringBuilder text = new StringBuilder(64);

    /** Orders by a number, next. */
    public SortOrderKey number(int number) {
        return padded(number - SMALLEST, 10);
    }

    /** Orders by a day from year 0 to year 9999, next. */
    public SortOrderKey day(LocalDate day) {
        return padded(day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth(), 8);
    }

    private SortOrderKey padded(long number, int digits) {
        String written = Long.toString(number);
        text.append("0".repeat(digits - written.length())).append(written);
        return this;
    }

    /** The whole key. */
    public byte[] of(UUID id) {
        return (text.toString() + id).getBytes(StandardCharsets.US_ASCII);
    }
}
