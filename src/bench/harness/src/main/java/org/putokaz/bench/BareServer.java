package org.putokaz.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Bare peer: a Vert.x HTTP server that looks up prepared responses in a map, by path and query, whatever the headers.
 */
final class BareServer extends AbstractVerticle {

    private final Map<String, PreparedResponse> responses;
    private final int port;

    private record PreparedResponse(int status, CharSequence[] headers, Buffer body) {

        static PreparedResponse of(StoredResponse answer) {
            CharSequence[] headers = answer.headers().stream()
                    .flatMap(header -> java.util.stream.Stream.of(
                            HttpHeaders.createOptimized(header.name()), HttpHeaders.createOptimized(header.value())))
                    .toArray(CharSequence[]::new);
            return new PreparedResponse(answer.status(), headers, Buffer.buffer(answer.body()));
        }
    }

    private BareServer(Map<String, PreparedResponse> responses, int port) {
        this.responses = responses;
        this.port = port;
    }

    /**
     * The default number of event loops in Quarkus. The bare server has as many, to compete for the processors alike.
     */
    static int quarkusEventLoops() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    /**
     * @param arguments port, file of the responses (a JSON object with one member for each target), and number of event
     * loops
     */
    public static void main(String... arguments) throws IOException {
        Map<String, StoredResponse> stored = new ObjectMapper()
                .readValue(new File(arguments[1]), new TypeReference<Map<String, StoredResponse>>() {});
        Map<String, PreparedResponse> responses = new HashMap<>();
        stored.forEach((target, answer) -> responses.put(target, PreparedResponse.of(answer)));
        int loops = Integer.parseInt(arguments[2]);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        int port = Integer.parseInt(arguments[0]);
        vertx.deployVerticle(() -> new BareServer(responses, port), new DeploymentOptions().setInstances(loops));
    }

    @Override
    public void start() {
        vertx.createHttpServer().requestHandler(this::answer).listen(port, "127.0.0.1");
    }

    private void answer(HttpServerRequest request) {
        PreparedResponse prepared = responses.get(request.uri());
        HttpServerResponse response = request.response();
        if (prepared == null) {
            response.setStatusCode(404).end();
            return;
        }
        response.setStatusCode(prepared.status);
        for (int i = 0; i < prepared.headers.length; i += 2) {
            response.headers().add(prepared.headers[i], prepared.headers[i + 1]);
        }
        if (prepared.status == 304) {
            response.end();
        } else {
            response.end(prepared.body);
        }
    }
}
