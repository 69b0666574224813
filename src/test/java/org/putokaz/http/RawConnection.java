package org.putokaz.http;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Persistent connection of HTTP/1.1, on which requests can be pipelined. */
public final class RawConnection implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Socket socket;
    private final InputStream in;

    private RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    public static RawConnection open() throws IOException {
        return on(new Socket("localhost", RestAssured.port));
    }

    /** @param socket connected to the service, with or without TLS */
    public static RawConnection on(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) TIMEOUT.toMillis());
        return new RawConnection(socket);
    }

    /**
     * The text of a request without a body.
     *
     * @param headers complete lines
     */
    public static String requestText(String method, String target, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request + "\r\n";
    }

    public void send(String characters) throws IOException {
        socket.getOutputStream().write(characters.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a request and waits for its response. */
    public RawHttp.Response exchange(String method, String target, String... headers) throws IOException {
        send(requestText(method, target, headers));
        return readResponse(!method.equals("HEAD"));
    }

    public RawHttp.Response readResponse() throws IOException {
        return readResponse(true);
    }

    /**
     * Reads the next response to its end. A chunked body includes the chunk headers.
     *
     * @param hasBody false for a response to {@code HEAD}
     */
    public RawHttp.Response readResponse(boolean hasBody) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        readUntil(END_OF_HEAD, bytes);
        RawHttp.Response head = RawHttp.parse(bytes.toByteArray());
        String length = head.header("Content-Length");
        if (hasBody && head.status() != 304 && length != null) {
            bytes.write(in.readNBytes(Integer.parseInt(length)));
        } else if (hasBody && "chunked".equals(head.header("Transfer-Encoding"))) {
            readUntil("\r\n0\r\n\r\n", bytes);
        }
        return RawHttp.parse(bytes.toByteArray());
    }

    private void readUntil(String end, ByteArrayOutputStream bytes) throws IOException {
        StringBuilder last = new StringBuilder();
        while (last.indexOf(end) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The connection ended after: " + bytes.toString(StandardCharsets.ISO_8859_1));
            }
            bytes.write(next);
            last.append((char) next);
            if (last.length() > end.length()) {
                last.deleteCharAt(0);
            }
        }
    }

    /** Reads bytes that have arrived; see {@link InputStream#read(byte[])}. */
    public int read(byte[] buffer) throws IOException {
        return in.read(buffer);
    }

    /** The socket, for what this class does not offer. */
    public Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
