package org.putokaz.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decoder of the chunked transfer coding (RFC 9112, section 7.1). */
final class ChunkedBody {

    private static final int HEXADECIMAL = 16;

    private ChunkedBody() {}

    /** The decoded body; null until the last chunk has arrived. */
    static @Nullable ByteBuffer decode(byte[] bytes, int from, int limit) throws IOException {
        ByteBuffer decode = ByteBuffer.allocate(Math.max(0, limit - from));
        for (int at = from; ; ) {
            int line = endOfLine(bytes, at, limit);
            if (line < 0) {
                return null;
            }
            int length = length(bytes, at, line);
            int next = line + 2 + length + 2;
            if (next > limit) {
                return null;
            }
            if (length == 0) {
                return decode.flip();
            }
            decode.put(bytes, line + 2, length);
            at = next;
        }
    }

    private static int endOfLine(byte[] bytes, int from, int limit) {
        for (int at = from; at + 1 < limit; at++) {
            if (bytes[at] == '\r' && bytes[at + 1] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private static int length(byte[] bytes, int from, int to) throws IOException {
        String length = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        try {
            return Integer.parseInt(length, HEXADECIMAL);
        } catch (NumberFormatException wrong) {
            throw new IOException("A chunk of length " + length, wrong);
        }
    }
}
