package org.putokaz.editorial;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Sends bytes just as they are, as an approver, and several at a time. */
public final class RawSender {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private RawSender() {}

    private static HttpRequest request(String method, String path, String type, String ifMatch, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.of(Role.APPROVER))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.build();
    }

    public static HttpResponse<String> send(String method, String path, String type, String ifMatch, byte[] body) {
        try {
            return CLIENT.send(request(method, path, type, ifMatch, body), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public static CompletableFuture<HttpResponse<String>> begin(
            String method, String path, String type, String ifMatch, byte[] body) {
        return CLIENT.sendAsync(request(method, path, type, ifMatch, body), HttpResponse.BodyHandlers.ofString());
    }
}
