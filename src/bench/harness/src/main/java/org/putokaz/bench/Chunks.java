package org.putokaz.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A body in the chunked coding (RFC 9112, section 7.1), as some services send what they have not counted. */
final class Chunks {

    private static final int HEXADECIMAL = 16;

    private Chunks() {}

    /** The body, once its last chunk is there. */
    static @Nullable ByteBuffer whole(byte[] bytes, int from, int limit) throws IOException {
        ByteBuffer whole = ByteBuffer.allocate(Math.max(0, limit - from));
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
                return whole.flip();
            }
            whole.put(bytes, line + 2, length);
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
