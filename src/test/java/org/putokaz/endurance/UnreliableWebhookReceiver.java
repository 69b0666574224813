package org.putokaz.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Receiver of webhooks that keeps a replica. At random, by a seed, it fails, responds too late, or loses the response
 * after the change was stored, until {@link #becomeReliable}. Wrong signatures and gaps are recorded as violations.
 */
final class UnreliableWebhookReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Replica replica;
    private final Random random;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger outdatedChanges = new AtomicInteger();
    private final AtomicInteger requestsInTurn = new AtomicInteger();
    private final Set<Long> positionsInTurn = ConcurrentHashMap.newKeySet();
    private volatile boolean reliable;
    private volatile String secret = "";
    private volatile String webhook = "";
    private HttpServer server;

    private UnreliableWebhookReceiver(Replica replica, long seed) throws IOException {
        this.replica = replica;
        this.random = new Random(seed);
        this.server = listen(0);
    }

    /** A receiver with a replica of what is published now, registered and verified for everything after it. */
    static UnreliableWebhookReceiver register(ServerProcess server, long seed) throws Exception {
        ReplicaPoller published = ReplicaPoller.readAll(server.url());
        UnreliableWebhookReceiver receiver = new UnreliableWebhookReceiver(published.replica(), seed);
        ApiClient client = new ApiClient(server.url());
        ApiClient.ApiResponse registered = client.sendJson(
                "POST",
                "/partner/v1/webhooks",
                "{\"url\":\"" + receiver.url() + "\",\"since\":\"" + published.token() + "\"}");
        assertThat(registered.status()).as(registered.body().toString()).isEqualTo(201);
        receiver.secret = registered.body().get("secret").asText();
        receiver.webhook = "/partner/v1/webhooks/" + registered.body().get("id").asText();
        ApiClient.ApiResponse verified = client.send("POST", receiver.webhook + "/verify", null);
        assertThat(verified.body().get("status").asText()).isEqualTo("active");
        return receiver;
    }

    private HttpServer listen(int port) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        listening.setExecutor(executor);
        listening.createContext("/", this::receive);
        listening.start();
        return listening;
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/putokaz";
    }

    void becomeReliable() {
        reliable = true;
    }

    /** Breaks off the requests in progress, and is unreachable for half a second. */
    void restart() throws IOException, InterruptedException {
        int port = server.getAddress().getPort();
        server.stop(0);
        TimeUnit.MILLISECONDS.sleep(500);
        server = listen(port);
    }

    /** Waits until the replica has reached the position of the server's feed, and nothing is set aside. */
    void awaitPositionOf(ServerProcess server) throws Exception {
        long position = ReplicaPoller.readAll(server.url()).replica().position();
        ApiClient client = new ApiClient(server.url());
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (replica.position() < position
                || client.get(webhook).body().get("setAside").asLong() > 0) {
            assertThat(System.nanoTime()).as("webhooks in time").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    Replica replica() {
        return replica;
    }

    int requests() {
        return requests.get();
    }

    /** Requests that store a change in its turn: not those with a withdrawal that goes ahead, nor controls. */
    int requestsInTurn() {
        return requestsInTurn.get();
    }

    /** Changes of which a later one of the same entry had arrived before. */
    int outdatedChanges() {
        return outdatedChanges.get();
    }

    /** The number of different changes in these requests. */
    int changesInTurn() {
        return positionsInTurn.size();
    }

    Queue<String> violations() {
        return violations;
    }

    private void receive(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        verifySignature(exchange, body);
        JsonNode message = JSON.readTree(body);
        if (message.get("type").asText().equals("endpoint.verification")) {
            respond(exchange, 200, "{\"challenge\":" + message.at("/data/challenge") + "}");
            return;
        }
        switch (reliable ? 9 : random.nextInt(10)) {
            case 0 -> respond(exchange, 500, "");
            case 1 -> respondTooLate(exchange);
            case 2 -> {
                // The change is stored, and the acknowledgement is lost.
                store(message);
                exchange.close();
            }
            default -> {
                store(message);
                respond(exchange, 204, "");
            }
        }
    }

    private void verifySignature(HttpExchange exchange, String body) {
        try {
            new Webhook(secret).verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
        } catch (WebhookVerificationException | EmptyWebhookSecretException invalid) {
            violations.add("signature: " + invalid.getMessage());
        }
    }

    private static void respondTooLate(HttpExchange exchange) {
        try {
            TimeUnit.MILLISECONDS.sleep(1500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        respond(exchange, 503, "");
    }

    private void store(JsonNode message) {
        JsonNode data = message.get("data");
        synchronized (replica) {
            if (data.get("previousPosition").asLong() > replica.position()) {
                violations.add("gap: " + data.get("previousPosition") + " after " + replica.position());
            }
            long position = data.get("position").asLong();
            if (position > data.get("previousPosition").asLong()) {
                requestsInTurn.incrementAndGet();
                positionsInTurn.add(position);
            }
            if (!replica.applyIfNew(data.get("change"))) {
                outdatedChanges.incrementAndGet();
            }
            replica.reach(position);
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
