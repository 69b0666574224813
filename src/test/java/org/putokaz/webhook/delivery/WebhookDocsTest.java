package org.putokaz.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.NeedsProgram;
import org.putokaz.fixture.Python;
import org.putokaz.webhook.endpoint.SigningSecret;
import org.putokaz.webhook.transport.WebhookUrl;

/**
 * The Python examples of docs/webhooks.md: one accepts the signatures of deliveries, and no others; one keeps a copy to which
 * changes may come in any order.
 */
@NeedsProgram(value = "python3", debianPackage = "python3")
class WebhookDocsTest {

    private static final Path PAGE = Path.of(System.getProperty("putokaz.basedir", "."), "docs", "webhooks.md");
    private static final byte[] BODY = "{\"slug\": \"помоћ\"}".getBytes(StandardCharsets.UTF_8);

    private final SigningSecret secret = SigningSecret.generate();

    private static String runPython(String program) {
        try {
            Process python = Python.start(Path.of("."), "-c", program);
            return new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String example(int number) throws IOException {
        return Pattern.compile("```python\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1)
                        .lines()
                        .map(line -> line.replaceFirst("^  ", ""))
                        .collect(Collectors.joining("\n")))
                .toList()
                .get(number);
    }

    private static String verified(SigningSecret secret, Map<String, String> headers, byte[] body) throws IOException {
        String json = new ObjectMapper().writeValueAsString(headers);
        return runPython(example(0)
                + "\nimport json\nprint(verified('" + secret.text() + "', json.loads('" + json
                + "'), base64.b64decode('" + Base64.getEncoder().encodeToString(body) + "')))");
    }

    private Map<String, String> signedHeaders(Instant at, SigningSecret... secrets) {
        ClaimedDelivery.Destination destination =
                new ClaimedDelivery.Destination(WebhookUrl.parse("https://example.org/", false), List.of(secrets));
        return new ClaimedDelivery(
                        UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), destination, BODY, Instant.MAX)
                .headers(at);
    }

    @Test
    void aSignatureIsAcceptedAlsoDuringARotation() throws IOException {
        assertThat(verified(secret, signedHeaders(Instant.now(), secret), BODY)).isEqualTo("True");
        assertThat(verified(secret, signedHeaders(Instant.now(), SigningSecret.generate(), secret), BODY))
                .isEqualTo("True");
    }

    @Test
    void anotherSecretAnotherBodyOrAnOldTimestampIsNotAccepted() throws IOException {
        assertThat(verified(SigningSecret.generate(), signedHeaders(Instant.now(), secret), BODY))
                .isEqualTo("False");
        assertThat(verified(secret, signedHeaders(Instant.now(), secret), new byte[] {1}))
                .isEqualTo("False");
        assertThat(verified(secret, signedHeaders(Instant.now().minusSeconds(400), secret), BODY))
                .isEqualTo("False");
    }

    @Test
    void headersThatAreNoneAreNotAcceptedEither() throws IOException {
        Map<String, String> headers = new HashMap<>(signedHeaders(Instant.now(), secret));
        headers.put("webhook-timestamp", "now");
        assertThat(verified(secret, headers, BODY)).isEqualTo("False");
        headers = new HashMap<>(signedHeaders(Instant.now(), secret));
        headers.put("webhook-signature", "v1,потпис");
        assertThat(verified(secret, headers, BODY)).isEqualTo("False");
    }

    private static String message(String feed, String id, String op, int position) {
        return "{'data': {'feed': '" + feed + "', 'position': 1, 'previousPosition': 1, 'change': {'id': '" + id
                + "', 'op': '" + op + "', 'position': " + position + "}}}";
    }

    /** The entries of the copy after these messages, each with its position; a removed one in brackets. */
    private static String stored(String... messages) throws IOException {
        return runPython(example(1)
                + "\nimport sqlite3\ndb = sqlite3.connect(':memory:')"
                + "\ndb.execute('create table entry(id text primary key, feed text, position int, change text)')"
                + "\ndb.execute('create table feed(number integer primary key, id text unique)')"
                + "\nfor message in [" + String.join(", ", messages) + "]: store(db, message)"
                + "\nfor row in db.execute('select id, position, change from entry order by id'):"
                + "\n    print(row[0] + str(row[1]) if row[2] else '(' + row[0] + str(row[1]) + ')', end=' ')");
    }

    @Test
    void aCopyKeepsTheLatestChangeOfEachEntryInWhateverOrderTheyCome() throws IOException {
        assertThat(stored(
                        message("f", "a", "upsert", 3), message("f", "b", "remove", 9), message("f", "c", "upsert", 4)))
                .isEqualTo("a3 (b9) c4");
        assertThat(stored(message("f", "a", "remove", 9), message("f", "a", "upsert", 3)))
                .isEqualTo("(a9)");
        assertThat(stored(
                        message("f", "a", "remove", 9),
                        message("f", "a", "upsert", 11),
                        message("f", "a", "remove", 9)))
                .isEqualTo("a11");
        assertThat(stored(message("f", "a", "upsert", 3), message("f", "a", "upsert", 3)))
                .isEqualTo("a3");
    }

    @Test
    void aCopyTakesTheChangesOfARestoredServerInPlaceOfItsOwn() throws IOException {
        assertThat(stored(message("f", "a", "upsert", 30), message("g", "a", "upsert", 3)))
                .isEqualTo("a3");
        assertThat(stored(
                        message("f", "a", "upsert", 10),
                        message("g", "a", "remove", 12),
                        message("f", "a", "upsert", 10)))
                .as("a late request of the feed before")
                .isEqualTo("(a12)");
    }
}
