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
 * Race between a cache lookup and a scheduled publication: a response that was found current just before the
 * publication may still be sent, but not with the lifetime of a response for which no change is scheduled.
 */
@DatabaseTest
@TestProfile(Apart.class)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ChangeBeforeSendTest {

    private static final String EVENTS = "/api/v1/history-events?lang=en&limit=44";

    @Inject
    ScratchEntries scratch;

    @Inject
    ScheduledChanges scheduledChanges;

    @Inject
    InterceptedChangeTracker changes;

    @Inject
    RequestCountFilter requestCount;

    private final UUID scheduled = Publishing.newId();

    @AfterEach
    void clear() {
        cancel();
        scratch.withdrawAll();
    }

    private void schedule(Instant at) {
        QuarkusTransaction.requiringNew().run(() -> scheduledChanges.schedule(scheduled, at));
    }

    private void cancel() {
        QuarkusTransaction.requiringNew().run(() -> scheduledChanges.cancel(scheduled));
    }

    private void publish() {
        scratch.publish(ScratchEntries.EVENTS, ScratchEntries.slug("zakazan"), ScratchEntries.event());
        cancel();
    }

    /** On a thread of its own, since the event loop that sends the response must not block. */
    private void publishOnAnotherThread() {
        Thread publisher = new Thread(this::publish, "publisher");
        publisher.start();
        try {
            publisher.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPublicationDuringTheLookupDoesNotExtendTheOldLifetime(boolean beforeTheServer) throws IOException {
        schedule(Instant.now().plusSeconds(50));
        try (RawConnection connection = RawConnection.open()) {
            RawHttp.get(EVENTS);
            if (beforeTheServer) {
                connection.exchange("GET", EVENTS);
            }
            String old = RawHttp.get(EVENTS).header("ETag");
            long before = requestCount.requests();
            changes.onceFoundCurrent(this::publishOnAnotherThread);
            RawHttp.Response response = connection.exchange("GET", EVENTS);

            assertThat(requestCount.requests() - before).isEqualTo(beforeTheServer ? 0 : 1);
            assertThat(response.header("ETag")).isEqualTo(old);
            assertThat(response.header("Cache-Control")).matches("public, max-age=(50|[1-4]?[0-9])");
        }
        RawHttp.Response next = RawHttp.get(EVENTS);
        assertThat(next.text()).contains("zakazan");
        // Without stale-if-error where another test has published in the future, which is a change to come.
        assertThat(next.header("Cache-Control")).startsWith("public, max-age=60");
    }
}
