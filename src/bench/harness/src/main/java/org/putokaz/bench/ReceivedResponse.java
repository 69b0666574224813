package org.putokaz.bench;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Response as received, still in the buffer of its connection.
 *
 * @param head the status line and the headers
 * @param body valid until the connection reads again
 */
record ReceivedResponse(String head, ByteBuffer body) {

    private static final int STATUS_AT = "HTTP/1.1 ".length();

    int status() {
        return status(head);
    }

    static int status(String head) {
        return Integer.parseInt(head, STATUS_AT, STATUS_AT + 3, 10);
    }

    /** The value of a header; its name is not case-sensitive. */
    static @Nullable String header(String head, String name) {
        for (int line = head.indexOf('\n'); line >= 0; line = head.indexOf('\n', line + 1)) {
            int end = line + 1 + name.length();
            if (head.regionMatches(true, line + 1, name, 0, name.length())
                    && end < head.length()
                    && head.charAt(end) == ':') {
                return head.substring(end + 1, head.indexOf('\r', end)).strip();
            }
        }
        return null;
    }

    /** CRC-32C of the body: two different bodies have the same sum once in four billion cases. */
    long checksum() {
        CRC32C sum = new CRC32C();
        sum.update(body.duplicate());
        return sum.getValue();
    }

    byte[] copyOfBody() {
        byte[] copy = new byte[body.remaining()];
        body.duplicate().get(copy);
        return copy;
    }
}
