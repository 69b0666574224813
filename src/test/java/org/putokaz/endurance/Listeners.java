package org.putokaz.endurance;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many open event streams on one thread, each of which remembers when it last heard of a change. */
final class Listeners implements AutoCloseable, Runnable {

    private final Selector selector = Selector.open();
    private final List<Ear> ears = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

    /** One open stream. */
    static final class Ear {

        private volatile long heardAt;
        private volatile String text = "";

        /** When it heard of it, in nanoseconds; 0 as long as it has not. */
        long heardAt() {
            return heardAt;
        }
    }

    private volatile String word = "\u0000";

    Listeners(String server, String target, int many) throws IOException {
        URI uri = URI.create(server);
        byte[] request = ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < many; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            Ear ear = new Ear();
            channel.register(selector, SelectionKey.OP_READ, ear);
            ears.add(ear);
        }
    }

    List<Ear> ears() {
        return ears;
    }

    /** From now on they listen for this. */
    void listenFor(String next) {
        ears.forEach(ear -> {
            ear.text = "";
            ear.heardAt = 0;
        });
        word = next;
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
        } catch (IOException | java.nio.channels.ClosedSelectorException over) {
            return;
        }
    }

    private void read(SelectionKey key) throws IOException {
        Ear ear = (Ear) key.attachment();
        buffer.clear();
        if (((SocketChannel) key.channel()).read(buffer) < 0) {
            key.cancel();
            return;
        }
        buffer.flip();
        String heard = ear.text + StandardCharsets.UTF_8.decode(buffer);
        if (ear.heardAt == 0 && heard.contains(word)) {
            ear.heardAt = System.nanoTime();
        }
        ear.text = heard.substring(Math.max(0, heard.length() - 200));
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
