package org.putokaz.sync.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of bytes (RFC 9110, section 14.1.2), both ends included.
 *
 * @param to below {@code from} when the range is past the end
 */
record ByteRange(long from, long to) {

    private static final Pattern FORM =
            Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /** Null for what is no range, or several: a server may send the whole then, and that is what this one does. */
    static @Nullable ByteRange read(@Nullable String header, long size) {
        Matcher form = FORM.matcher(header == null ? "" : header);
        if (!form.matches() || form.group(1).isEmpty() && form.group(2).isEmpty()) {
            return null;
        }
        if (form.group(1).isEmpty()) {
            long last = Long.parseLong(form.group(2));
            return last == 0 ? new ByteRange(size, size - 1) : new ByteRange(Math.max(0, size - last), size - 1);
        }
        long from = Long.parseLong(form.group(1));
        long to = form.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(form.group(2));
        return to < from ? null : new ByteRange(from, Math.min(to, size - 1));
    }

    boolean isEmpty() {
        return to < from;
    }

    long length() {
        return to - from + 1;
    }

    String contentRange(long size) {
        return isEmpty() ? "bytes */" + size : "bytes " + from + "-" + to + "/" + size;
    }
}
