package org.putokaz.http;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * HTTP/1.1 client that sends requests exactly as they are written, also malformed ones, and does not interpret
 * responses. Each request has a connection of its own.
 */
public final class RawHttp {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private RawHttp() {}

    /** Response as it was received. Header names ignore case; a repeated header has several values. */
    public record Response(int status, Map<String, List<String>> headers, byte[] body) {

        /** The values of a header, joined by commas; null when it is missing. */
        public String header(String name) {
            return headers.containsKey(name) ? String.join(", ", headers.get(name)) : null;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String decompressed() {
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException notGzip) {
                throw new UncheckedIOException(notGzip);
            }
        }
    }

    public static Response get(String target, String... headers) {
        return send("GET", target, headers);
    }

    public static Response head(String target, String... headers) {
        return send("HEAD", target, headers);
    }

    /** @param headers complete lines, such as {@code "Accept: text/csv"} */
    public static Response send(String method, String target, String... headers) {
        return exchange(request(method, target, headers));
    }

    private static String request(String method, String target, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request + "Connection: close" + END_OF_HEAD;
    }

    /** Sends GET from another address of this machine, such as {@code 127.0.0.77}. */
    public static Response getFrom(String address, String target, String... headers) {
        return exchange(address, request("GET", target, headers));
    }

    /** Sends these characters as they are, one byte each. */
    public static Response exchange(String request) {
        return exchange(null, request);
    }

    private static Response exchange(String from, String request) {
        try (Socket socket = new Socket()) {
            if (from != null) {
                socket.bind(new InetSocketAddress(from, 0));
            }
            socket.connect(new InetSocketAddress("localhost", RestAssured.port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return parse(socket.getInputStream().readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Response parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_HEAD);
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(":", 2);
            headers.computeIfAbsent(parts[0], none -> new ArrayList<>()).add(parts[1].strip());
        }
        byte[] body = text.substring(end + END_OF_HEAD.length()).getBytes(StandardCharsets.ISO_8859_1);
        return new Response(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
    }
}
