package org.putokaz.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/** A receiver of webhooks on this machine that does as it is told: answers, fails, hangs, breaks off, never ends. */
public final class Receiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServerSocket server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile Function<Received, Reply> manner = Reply::echo;

    /** A request that came in. */
    public record Received(String line, Map<String, String> headers, byte[] body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }

        public String id() {
            return headers.get("webhook-id");
        }

        public String type() {
            return json().path("type").asText();
        }

        public long position() {
            return json().at("/data/position").asLong();
        }

        public long previous() {
            return json().at("/data/previousPosition").asLong();
        }
    }

    /** What to do with the connection. */
    public interface Reply {

        void to(Socket socket) throws IOException;

        static Reply of(String status, String body, String... headers) {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            return socket -> socket.getOutputStream().write((head + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
        }

        static Reply ok() {
            return of("200 OK", "{}");
        }

        /** As a good receiver does: challenges get their answer, all else is acknowledged. */
        static Reply echo(Received request) {
            JsonNode challenge = request.json().at("/data/challenge");
            return challenge.isMissingNode() ? ok() : of("200 OK", "{\"challenge\": " + challenge + "}");
        }

        static Reply hang() {
            return socket -> socket.getInputStream().read();
        }

        static Reply reset() {
            return socket -> socket.setSoLinger(true, 0);
        }

        static Reply endless() {
            return socket -> {
                OutputStream out = socket.getOutputStream();
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    out.write(new byte[1024]);
                }
            };
        }
    }

    public Receiver(ServerSocketFactory sockets) {
        try {
            server = sockets.createServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread thread = new Thread(this::accept, "receiver");
        thread.setDaemon(true);
        thread.start();
    }

    public Receiver() {
        this(ServerSocketFactory.getDefault());
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    public void answers(Function<Received, Reply> manner) {
        this.manner = manner;
    }

    public void always(Reply reply) {
        this.manner = request -> reply;
    }

    /** Challenges as ever; everything else like this. */
    public void answersChanges(Function<Received, Reply> manner) {
        this.manner =
                request -> request.type().equals("endpoint.verification") ? Reply.echo(request) : manner.apply(request);
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** What came that is a change of an entry. */
    public List<Received> changes() {
        return received.stream()
                .filter(request -> request.type().startsWith("entry."))
                .toList();
    }

    /** How many requests there ever were at the same time. */
    public int mostAtOnce() {
        return most.get();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                open.add(socket);
                Thread thread = new Thread(() -> serve(socket), "receiver-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            // It was told to stop.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Received request = read(socket.getInputStream());
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            received.add(request);
            Reply reply = manner.apply(request);
            // Once it has its answer, the sender may well send the next.
            now.decrementAndGet();
            reply.to(socket);
        } catch (IOException | RuntimeException brokenOff) {
            // So it goes.
        }
    }

    private static Received read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("No request");
            }
            head.write(next);
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).strip().split("\r\n");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(":", 2);
            headers.put(parts[0], parts[1].strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Received(lines[0], headers, body);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
