package org.putokaz.sync.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.feed.ChangeFeed;
import org.putokaz.signing.JwsSigner;
import org.putokaz.sync.ParsedSnapshot;
import org.putokaz.sync.SyncConfig;
import org.putokaz.sync.TestSyncConfig;

/**
 * Snapshots and bundles that take longer to write than a request waits, over HTTP: the service under test gets a
 * download service with a store of its own and a wait of a millisecond, within which no document is written.
 */
@DatabaseTest
@TestProfile(Apart.class)
class SlowDocumentTest {

    private static final Duration WAIT_TIMEOUT = Duration.ofMillis(1);

    @Inject
    ScratchEntries scratch;

    @Inject
    ChangeFeed feed;

    @Inject
    JwsSigner signer;

    @TempDir
    Path directory;

    private DocumentStore documents;

    @BeforeEach
    void useImpatientService() {
        SyncConfig config = TestSyncConfig.of(directory, WAIT_TIMEOUT);
        documents = new DocumentStore(config, Clock.systemUTC());
        documents.start(null);
        QuarkusMock.installMockForType(new DownloadService(documents, feed, signer, config), DownloadService.class);
    }

    @AfterEach
    void close() {
        documents.stop(null);
        scratch.withdrawAll();
    }

    private UUID publish() {
        UUID id = Publishing.newId();
        String title = "'title': {'sr-Cyrl': '" + title(id) + "'}";
        scratch.publish(ScratchEntries.EVENTS, id, ScratchEntries.slug("dogadjaj"), ScratchEntries.event(title));
        return id;
    }

    private static String title(UUID id) {
        return "Догађај " + id;
    }

    /** Repeats the request until the document is written. */
    private static Response retry(String path) {
        Response response = given().get(path);
        for (int time = 0; time < 200 && response.statusCode() == 503; time++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            response = given().get(path);
        }
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }

    private static String text(Response response) {
        return new String(response.asByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/snapshot", "/api/v1/bundle?lang=en", "/api/v1/snapshot.jws", "/api/v1/bundle.jws"})
    void aRequestIsToRetryLaterAndGetsTheDocumentThen(String path) {
        Response first = given().get(path);

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.header("Retry-After")).isEqualTo("5");
        assertThat(first.<String>path("code")).isEqualTo("unavailable");
        assertThat(first.<String>path("detail")).isNotEmpty();
        retry(path);
    }

    @Test
    void aSlowDocumentIsGoodForARetryAlthoughTheFeedHasAdvanced() {
        UUID early = publish();
        String snapshot = text(retry("/api/v1/snapshot"));
        assertThat(snapshot).contains(early.toString());
        UUID late = publish();

        assertThat(text(given().get("/api/v1/snapshot"))).isEqualTo(snapshot);
        // The token in it leads to what has changed since.
        String next =
                ParsedSnapshot.parse(snapshot.getBytes(StandardCharsets.UTF_8)).next();
        assertThat(given().get("/api/v1/changes?since=" + next).<String>path("changes[0].id"))
                .isEqualTo(late.toString());
    }

    @Test
    void aWithdrawnEntryIsInNoDocumentThatIsStillSent() {
        UUID gone = publish();
        assertThat(text(retry("/api/v1/snapshot"))).contains(gone.toString());
        scratch.withdraw(gone, WithdrawalReason.SAFETY);

        assertThat(given().get("/api/v1/snapshot").statusCode()).isEqualTo(503);
        assertThat(text(retry("/api/v1/snapshot"))).doesNotContain(title(gone));
    }

    /** The retry joins the document in progress. */
    @RepeatedTest(5)
    void anEntryThatIsWithdrawnWhileADocumentIsWrittenIsNotInIt() {
        UUID gone = publish();
        assertThat(given().get("/api/v1/snapshot").statusCode()).isEqualTo(503);
        scratch.withdraw(gone, WithdrawalReason.SAFETY);

        assertThat(text(retry("/api/v1/snapshot"))).doesNotContain(title(gone));
    }
}
