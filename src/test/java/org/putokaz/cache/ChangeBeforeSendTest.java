package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.http.RawConnection;
import org.putokaz.http.RawHttp;
import org.putokaz.live.feed.ScheduledChanges;

/**
 * Between finding a kept answer current and sending it, what was announced may happen: somebody publishes, and nothing is
 * awaited any more. The old answer may still go out, but not as one that holds for a minute.
 */
@DatabaseTest
@TestProfile(Apart.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ChangeBeforeSendTest {

    private static final String EVENTS = "/api/v1/history-events?lang=en&limit=44";

    @Inject
    ScratchEntries scratch;

    @Inject
    ScheduledChanges upcoming;

    @Inject
    InterceptedChangeTracker changes;

    @Inject
    RequestCountFilter server;

    private final UUID announced = Publishing.newId();

    @AfterEach
    void clear() {
        forget();
        scratch.withdrawAll();
    }

    private void announce(Instant at) {
        QuarkusTransaction.requiringNew().run(() -> upcoming.schedule(announced, at));
    }

    private void forget() {
        QuarkusTransaction.requiringNew().run(() -> upcoming.cancel(announced));
    }

    private void happen() {
        scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("zakazan"), ScratchEntries.event());
        forget();
    }

    /** On a thread of its own, as it would be: who is about to answer may not wait for a database. */
    private void happenMeanwhile() {
        Thread publisher = new Thread(this::happen, "publisher");
        publisher.start();
        try {
            publisher.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatHappensThenGivesAnOldAnswerNoLongerLife(boolean beforeTheServer) throws IOException {
        announce(Instant.now().plusSeconds(50));
        try (RawConnection connection = RawConnection.open()) {
            RawHttp.get(EVENTS);
            if (beforeTheServer) {
                connection.exchange("GET", EVENTS);
            }
            String old = RawHttp.get(EVENTS).header("ETag");
            long before = server.requests();
            changes.onceFoundCurrent(this::happenMeanwhile);
            RawHttp.Response answer = connection.exchange("GET", EVENTS);

            assertThat(server.requests() - before).isEqualTo(beforeTheServer ? 0 : 1);
            assertThat(answer.header("ETag")).isEqualTo(old);
            assertThat(answer.header("Cache-Control")).matches("public, max-age=(50|[1-4]?[0-9])");
        }
        RawHttp.Response next = RawHttp.get(EVENTS);
        assertThat(next.text()).contains("zakazan");
        assertThat(next.header("Cache-Control")).startsWith("public, max-age=60, ");
    }
}
