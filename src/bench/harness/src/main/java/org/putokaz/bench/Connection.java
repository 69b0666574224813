package org.putokaz.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Client connection of HTTP/1.1 with one request at a time; it parses as little as a load generator needs. */
final class Connection implements AutoCloseable {

    private static final int FIRST_ROOM = 64 * 1024;
    private static final int CHUNKED = -1;

    private final SocketChannel channel;
    private ByteBuffer in = ByteBuffer.allocate(FIRST_ROOM);
    private String head = "";
    private int bodyAt = -1;
    private int length;

    Connection(int port, Selector selector) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.configureBlocking(false);
        channel.socket().setTcpNoDelay(true);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(byte[] request) throws IOException {
        in.clear();
        bodyAt = -1;
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** The response; null until it is complete. */
    @Nullable
    ReceivedResponse read() throws IOException {
        if (!in.hasRemaining()) {
            in = ByteBuffer.allocate(in.capacity() * 2).put(in.flip());
        }
        if (channel.read(in) < 0) {
            throw new EOFException("The connection was closed.");
        }
        if (bodyAt < 0 && !readHead()) {
            return null;
        }
        ByteBuffer body = body();
        return body == null ? null : new ReceivedResponse(head, body);
    }

    private boolean readHead() throws IOException {
        byte[] bytes = in.array();
        for (int at = 3; at < in.position(); at++) {
            if (bytes[at] == '\n' && bytes[at - 1] == '\r' && bytes[at - 2] == '\n') {
                head = new String(bytes, 0, at + 1, StandardCharsets.ISO_8859_1);
                bodyAt = at + 1;
                length = bodyLength();
                return true;
            }
        }
        return false;
    }

    private @Nullable ByteBuffer body() throws IOException {
        if (length == CHUNKED) {
            return ChunkedBody.decode(in.array(), bodyAt, in.position());
        }
        return in.position() < bodyAt + length ? null : ByteBuffer.wrap(in.array(), bodyAt, length);
    }

    private int bodyLength() throws IOException {
        if (ReceivedResponse.status(head) == 304) {
            return 0;
        }
        if ("chunked".equals(ReceivedResponse.header(head, "transfer-encoding"))) {
            return CHUNKED;
        }
        String header = ReceivedResponse.header(head, "content-length");
        if (header == null) {
            throw new IOException("A response without a length: " + head);
        }
        return Integer.parseInt(header);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
