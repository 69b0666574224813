package org.putokaz.sync.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Range of bytes (RFC 9110, section 14.1.2), both ends inclusive.
 *
 * @param to less than {@code from} when the range is unsatisfiable
 */
record ByteRange(long from, long to) {

    private static final Pattern PATTERN =
            Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * The range of a {@code Range} header, cut to the size of the file. Null for an absent, malformed or multiple
     * range, which a server may ignore (RFC 9110, section 14.2).
     */
    static @Nullable ByteRange parse(@Nullable String header, long size) {
        Matcher range = PATTERN.matcher(header == null ? "" : header);
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return null;
        }
        if (range.group(1).isEmpty()) {
            long suffix = Long.parseLong(range.group(2));
            return suffix == 0 ? new ByteRange(size, size - 1) : new ByteRange(Math.max(0, size - suffix), size - 1);
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
        return to < from ? null : new ByteRange(from, Math.min(to, size - 1));
    }

    /** Whether no byte of the file is in the range: 416. */
    boolean isEmpty() {
        return to < from;
    }

    long length() {
        return to - from + 1;
    }

    /** The value of {@code Content-Range}. */
    String contentRange(long size) {
        return isEmpty() ? "bytes */" + size : "bytes " + from + "-" + to + "/" + size;
    }
}
