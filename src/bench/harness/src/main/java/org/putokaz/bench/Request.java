package org.putokaz.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * GET request.
 *
 * @param target path and query
 * @param headers whole lines, without {@code Host}
 */
record Request(String target, List<String> headers) {

    static Request of(String target, String... headers) {
        return new Request(target, List.of(headers));
    }

    /** The request as sent. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder("GET ").append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(line -> text.append(line).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
