package org.putokaz.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** An answer of a service, as it is kept to be given by others and to be compared. */
record Answer(int status, List<Header> headers, byte[] body) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** What the server of each contestant says by itself. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("content-length", "connection", "keep-alive", "date");

    /** One header. */
    record Header(String name, String value) {}

    /** @throws IOException when there is none within a minute */
    static Answer of(int port, Request request) throws IOException {
        HttpRequest.Builder question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + request.target()))
                .timeout(Duration.ofMinutes(1));
        for (String line : request.headers()) {
            question.header(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip());
        }
        try {
            return of(CLIENT.send(question.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** As it is when it was asked for before: a service that keeps its answers may say so in a header. */
    static Answer kept(int port, Request request) throws IOException {
        of(port, request);
        return of(port, request);
    }

    private static Answer of(HttpResponse<byte[]> response) {
        List<Header> headers = new ArrayList<>();
        response.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> headers.add(new Header(name, value)));
            }
        });
        return new Answer(response.statusCode(), headers, response.body());
    }

    @Nullable
    String header(String name) {
        return headers.stream()
                .filter(header -> header.name.equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }

    long checksum() {
        CRC32C sum = new CRC32C();
        sum.update(body);
        return sum.getValue();
    }
}
