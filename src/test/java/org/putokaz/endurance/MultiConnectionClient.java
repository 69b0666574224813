package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * HTTP client with many connections on one thread. Each connection records when it receives the expected text. The
 * thread is started by the test with this object as its {@link Runnable}.
 */
final class MultiConnectionClient implements AutoCloseable, Runnable {

    /** Characters of a response that are kept, to find a text that comes in two pieces. */
    private static final int KEPT_CHARACTERS = 200;

    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private volatile String expected = "\u0000";

    private static final class Connection {

        private final SocketChannel channel;
        /** {@link System#nanoTime} when the expected text was received; 0 before. */
        private volatile long receivedAt;

        private volatile String recentText = "";

        Connection(SocketChannel channel) {
            this.channel = channel;
        }
    }

    MultiConnectionClient(String serverUrl, int count) throws IOException {
        URI uri = URI.create(serverUrl);
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
            channel.configureBlocking(false);
            Connection connection = new Connection(channel);
            channel.register(selector, SelectionKey.OP_READ, connection);
            connections.add(connection);
        }
    }

    /** Sends a GET request on each connection; its previous response must have been read to the end. */
    void sendOnAll(String target) throws IOException {
        byte[] request = ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        for (Connection connection : connections) {
            connection.channel.write(ByteBuffer.wrap(request));
        }
    }

    /** Sets the expected text, and forgets what was received before. */
    void expect(String text) {
        connections.forEach(connection -> {
            connection.recentText = "";
            connection.receivedAt = 0;
        });
        expected = text;
    }

    /**
     * Waits until all connections have received the expected text; returns the time of the last,
     * {@link System#nanoTime}.
     */
    long awaitAll(long timeoutNanos) throws InterruptedException {
        long deadline = System.nanoTime() + timeoutNanos;
        long last = Long.MIN_VALUE;
        for (Connection connection : connections) {
            while (connection.receivedAt == 0) {
                assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(5);
            }
            last = Math.max(last, connection.receivedAt);
        }
        return last;
    }

    @Override
    public void run() {
        try {
            while (selector.isOpen()) {
                selector.select(200);
                for (SelectionKey key : selector.selectedKeys()) {
                    read(key);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException | ClosedSelectorException closed) {
            return;
        }
    }

    private void read(SelectionKey key) throws IOException {
        Connection connection = (Connection) key.attachment();
        buffer.clear();
        if (((SocketChannel) key.channel()).read(buffer) < 0) {
            key.cancel();
            return;
        }
        buffer.flip();
        String text = connection.recentText + StandardCharsets.UTF_8.decode(buffer);
        if (connection.receivedAt == 0 && text.contains(expected)) {
            connection.receivedAt = System.nanoTime();
        }
        connection.recentText = text.substring(Math.max(0, text.length() - KEPT_CHARACTERS));
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
