package org.putokaz.live.family;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Builder of the order key: the columns of a family's own order as one value. Its bytes compare as the columns would, one
 * after the other, and the id at the end makes it unique. A single column is what both databases can enter an index by
 * (docs/decisions/0021). Migration V15 writes the same keys in SQL.
 */
public final class SortOrderKey {

    private static final int NUMBER_DIGITS = 10;
    private static final int DAY_DIGITS = 8;

    private final StringBuilder text = new StringBuilder(64);

    public SortOrderKey appendNumber(int number) {
        return appendPadded(number - (long) Integer.MIN_VALUE, NUMBER_DIGITS);
    }

    /** @param day of a year from 0 to 9999 */
    public SortOrderKey appendDay(LocalDate day) {
        return appendPadded(day.getYear() * 10_000L + day.getMonthValue() * 100L + day.getDayOfMonth(), DAY_DIGITS);
    }

    private SortOrderKey appendPadded(long number, int digits) {
        String written = Long.toString(number);
        text.append("0".repeat(digits - written.length())).append(written);
        return this;
    }

    /** The key of the entry with this id. */
    public byte[] toBytes(UUID id) {
        return (text.toString() + id).getBytes(StandardCharsets.US_ASCII);
    }
}
