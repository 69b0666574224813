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
 * The peer that does nothing but answer: Vert.x' own server, one look into a table of ready answers by path and query, no
 * question asked of the headers.
 */
final class BareServer extends AbstractVerticle {

    private final Map<String, Ready> answers;
    private final int port;

    private record Ready(int status, CharSequence[] headers, Buffer body) {

        static Ready of(Answer answer) {
            CharSequence[] headers = answer.headers().stream()
                    .flatMap(header -> java.util.stream.Stream.of(
                            HttpHeaders.createOptimized(header.name()), HttpHeaders.createOptimized(header.value())))
                    .toArray(CharSequence[]::new);
            return new Ready(answer.status(), headers, Buffer.buffer(answer.body()));
        }
    }

    private BareServer(Map<String, Ready> answers, int port) {
        this.answers = answers;
        this.port = port;
    }

    /** How many event loops Quarkus takes where nobody says: those of both are to share the processors with the load alike. */
    static int loopsOfQuarkus() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    /** @param arguments the port, the file of the answers (a JSON object with a target each), and how many event loops */
    public static void main(String... arguments) throws IOException {
        Map<String, Answer> given =
                new ObjectMapper().readValue(new File(arguments[1]), new TypeReference<Map<String, Answer>>() {});
        Map<String, Ready> answers = new HashMap<>();
        given.forEach((target, answer) -> answers.put(target, Ready.of(answer)));
        int loops = Integer.parseInt(arguments[2]);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        int port = Integer.parseInt(arguments[0]);
        vertx.deployVerticle(() -> new BareServer(answers, port), new DeploymentOptions().setInstances(loops));
    }

    @Override
    public void start() {
        vertx.createHttpServer().requestHandler(this::answer).listen(port, "127.0.0.1");
    }

    private void answer(HttpServerRequest request) {
        Ready ready = answers.get(request.uri());
        HttpServerResponse response = request.response();
        if (ready == null) {
            response.setStatusCode(404).end();
            return;
        }
        response.setStatusCode(ready.status);
        for (int i = 0; i < ready.headers.length; i += 2) {
            response.headers().add(ready.headers[i], ready.headers[i + 1]);
        }
        if (ready.status == 304) {
            response.end();
        } else {
            response.end(ready.body);
        }
    }
}
