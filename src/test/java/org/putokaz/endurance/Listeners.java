package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.TimeUnit;

/** Many connections on one thread, each of which remembers when it last heard of a change. */
final class Listeners implements AutoCloseable, Runnable {

    private final Selector selector = Selector.open();
    private final List<Ear> ears = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

    /** One connection. */
    static final class Ear {

        private final SocketChannel channel;
        /** In nanoseconds; 0 as long as it has not. */
        private volatile long heardAt;

        private volatile String text = "";

        Ear(SocketChannel channel) {
            this.channel = channel;
        }
    }

    private volatile String word = "\u0000";

    Listeners(String server, int many) throws IOException {
        URI uri = URI.create(server);
        for (int i = 0; i < many; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
            channel.configureBlocking(false);
            Ear ear = new Ear(channel);
            channel.register(selector, SelectionKey.OP_READ, ear);
            ears.add(ear);
        }
    }

    /** Each asks for this; the answer before must have come in whole. */
    void ask(String target) throws IOException {
        byte[] request = ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        for (Ear ear : ears) {
            ear.channel.write(ByteBuffer.wrap(request));
        }
    }

    /** When the last of them heard of it, in nanoseconds. */
    long allHeardAt(long patienceNanos) throws InterruptedException {
        long end = System.nanoTime() + patienceNanos;
        long last = Long.MIN_VALUE;
        for (Ear ear : ears) {
            while (ear.heardAt == 0) {
                assertThat(System.nanoTime()).as("in time").isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(5);
            }
            last = Math.max(last, ear.heardAt);
        }
        return last;
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
