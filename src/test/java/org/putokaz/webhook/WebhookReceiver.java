package org.putokaz.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/**
 * HTTP server on the loopback interface that receives webhooks. Its behaviour can be set for each request: respond,
 * fail, hang, break off, or never end.
 */
public final class WebhookReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServerSocket server;
    private final List<ReceivedRequest> received = new CopyOnWriteArrayList<>();
    private final List<Socket> openSockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger concurrentRequests = new AtomicInteger();
    private final AtomicInteger maxConcurrentRequests = new AtomicInteger();
    private volatile Function<ReceivedRequest, Reply> behaviour = Reply::echo;

    /** Received request with its headers by name, in any case. */
    public record ReceivedRequest(String requestLine, Map<String, String> headers, byte[] body) {

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

        /** The position of the change; in turn it is {@link #position}. */
        public long changePosition() {
            return json().at("/data/change/position").asLong();
        }

        public String entry() {
            return json().at("/data/change/id").asText();
        }

        public long previousPosition() {
            return json().at("/data/previousPosition").asLong();
        }

        /** The text of the changed entry's body in Serbian Cyrillic. */
        public String contentBody() {
            return json().at("/data/change/content/body/sr-Cyrl").asText();
        }

        /** Whether the library of Standard Webhooks accepts one of its signatures. */
        public boolean isSignedWith(String secret) {
            Map<String, List<String>> lists = new HashMap<>();
            headers.forEach((name, value) -> lists.put(name, List.of(value)));
            try {
                new Webhook(secret)
                        .verify(new String(body, StandardCharsets.UTF_8), HttpHeaders.of(lists, (name, value) -> true));
                return true;
            } catch (WebhookVerificationException invalid) {
                return false;
            } catch (EmptyWebhookSecretException empty) {
                throw new IllegalArgumentException(empty);
            }
        }
    }

    /** Reaction to a request: writes to its connection, which is closed afterwards. */
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

        /** The reply of a correct receiver: repeats a challenge, and acknowledges everything else. */
        static Reply echo(ReceivedRequest request) {
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

    public WebhookReceiver(ServerSocketFactory sockets) {
        this(sockets, 0);
    }

    /** A receiver at the port of one that was closed. */
    public WebhookReceiver(int port) {
        this(ServerSocketFactory.getDefault(), port);
    }

    private WebhookReceiver(ServerSocketFactory sockets, int port) {
        try {
            server = sockets.createServerSocket(port, 100, InetAddress.getByName("127.0.0.1"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread thread = new Thread(this::accept, "receiver");
        thread.setDaemon(true);
        thread.start();
    }

    public WebhookReceiver() {
        this(ServerSocketFactory.getDefault());
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    public void respondWith(Function<ReceivedRequest, Reply> behaviour) {
        this.behaviour = behaviour;
    }

    public void respondAlways(Reply reply) {
        this.behaviour = request -> reply;
    }

    /** Answers challenges, and replies to everything else like this. */
    public void respondToChangesWith(Function<ReceivedRequest, Reply> behaviour) {
        respondWith(request ->
                request.type().equals("endpoint.verification") ? Reply.echo(request) : behaviour.apply(request));
    }

    public List<ReceivedRequest> received() {
        return List.copyOf(received);
    }

    /** The received changes of entries. */
    public List<ReceivedRequest> changes() {
        return received.stream()
                .filter(request -> request.type().startsWith("entry."))
                .toList();
    }

    /** The largest number of requests that were in progress at the same time. */
    public int maxConcurrentRequests() {
        return maxConcurrentRequests.get();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                openSockets.add(socket);
                Thread thread = new Thread(() -> serve(socket), "receiver-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            // The receiver is closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            ReceivedRequest request = read(socket.getInputStream());
            maxConcurrentRequests.accumulateAndGet(concurrentRequests.incrementAndGet(), Math::max);
            received.add(request);
            Reply reply = behaviour.apply(request);
            // Before the reply: once the sender has it, it may send the next request.
            concurrentRequests.decrementAndGet();
            reply.to(socket);
        } catch (IOException | RuntimeException brokenOff) {
            // The sender closed the connection, or the reply broke it on purpose.
        }
    }

    private static ReceivedRequest read(InputStream in) throws IOException {
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
        return new ReceivedRequest(lines[0], headers, body);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : openSockets) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
