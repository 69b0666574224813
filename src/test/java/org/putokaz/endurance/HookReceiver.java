package org.putokaz.endurance;

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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A partner who is called, on a bad day: now and then he fails, answers too late, hangs up, or is restarted. He keeps what
 * he has acknowledged and no more, and complains of a signature that is wrong and of a gap.
 */
final class HookReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Copy copy;
    private final Random random;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private volatile boolean goodDay;
    private volatile String secret = "";
    private HttpServer server;

    /** @param copy that he has already */
    HookReceiver(Copy copy, long seed) throws IOException {
        this.copy = copy;
        this.random = new Random(seed);
        this.server = listen(0);
    }

    private HttpServer listen(int port) throws IOException {
        HttpServer fresh = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        fresh.setExecutor(threads);
        fresh.createContext("/", this::receive);
        fresh.start();
        return fresh;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/putokaz";
    }

    void knows(String sharedSecret) {
        secret = sharedSecret;
    }

    /** From now on nothing goes wrong. */
    void recover() {
        goodDay = true;
    }

    /** Away for a moment, with whatever was in hand. */
    void restart() throws IOException, InterruptedException {
        int port = server.getAddress().getPort();
        server.stop(0);
        TimeUnit.MILLISECONDS.sleep(500);
        server = listen(port);
    }

    Copy copy() {
        return copy;
    }

    int calls() {
        return calls.get();
    }

    /** How many changes were new to him. */
    int kept() {
        return kept.get();
    }

    Queue<String> complaints() {
        return complaints;
    }

    private void receive(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            new Webhook(secret).verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
        } catch (WebhookVerificationException | EmptyWebhookSecretException wrong) {
            complaints.add("signature: " + wrong.getMessage());
        }
        JsonNode message = JSON.readTree(body);
        if (message.get("type").asText().equals("endpoint.verification")) {
            answer(exchange, 200, "{\"challenge\":" + message.at("/data/challenge") + "}");
            return;
        }
        switch (goodDay ? 9 : random.nextInt(10)) {
            case 0 -> answer(exchange, 500, "");
            case 1 -> late(exchange);
            // Taken, and the acknowledgement is lost.
            case 2 -> {
                keep(message);
                exchange.close();
            }
            default -> {
                keep(message);
                answer(exchange, 204, "");
            }
        }
    }

    private static void late(HttpExchange exchange) {
        try {
            TimeUnit.MILLISECONDS.sleep(1500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, 503, "");
    }

    private void keep(JsonNode message) {
        JsonNode data = message.get("data");
        synchronized (copy) {
            if (data.get("previousPosition").asLong() > copy.position()) {
                complaints.add("gap: " + data.get("previousPosition") + " after " + copy.position());
            }
            if (copy.applyIfNew(data.get("change"))) {
                kept.incrementAndGet();
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
