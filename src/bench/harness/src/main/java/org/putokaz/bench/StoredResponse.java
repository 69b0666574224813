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

/** Response of a service in full, to be compared, or to be served by a peer. */
record StoredResponse(int status, List<Header> headers, byte[] body) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** Headers that the HTTP server of each contestant adds by itself. */
    private static final Set<String> CONNECTION_HEADERS = Set.of("content-length", "connection", "keep-alive", "date");

    /** One header field. */
    record Header(String name, String value) {}

    /** @throws IOException when there is no response within a minute */
    static StoredResponse fetch(int port, Request request) throws IOException {
        HttpRequest.Builder httpRequest = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + request.target()))
                .timeout(Duration.ofMinutes(1));
        for (String line : request.headers()) {
            httpRequest.header(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip());
        }
        try {
            return fetch(CLIENT.send(httpRequest.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** The response to a second request: a cache may mark a hit by a header. */
    static StoredResponse fetchCached(int port, Request request) throws IOException {
        fetch(port, request);
        return fetch(port, request);
    }

    private static StoredResponse fetch(HttpResponse<byte[]> response) {
        List<Header> headers = new ArrayList<>();
        response.headers().map().forEach((name, values) -> {
            if (!CONNECTION_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> headers.add(new Header(name, value)));
            }
        });
        return new StoredResponse(response.statusCode(), headers, response.body());
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
