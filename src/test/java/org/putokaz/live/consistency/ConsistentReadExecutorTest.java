package org.putokaz.live.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.http.request.FeedSource;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.FeedState;
import org.putokaz.live.feed.ScheduledChanges;
import org.putokaz.live.read.LiveEntryRepository;

/** A publication between two queries of one read is seen by both or by neither. */
@DatabaseTest
class ConsistentReadExecutorTest {

    private static final String POSITION = "select e.position, e.slug from live.entry e where e.id = ?";
    private static final int OPTIMISTIC_ATTEMPTS = 3;

    @Inject
    ConsistentReadExecutor executor;

    @Inject
    ReadVersionContext context;

    @Inject
    VersionedQueries queries;

    @Inject
    LiveEntryRepository entries;

    @Inject
    ScheduledChanges scheduledChanges;

    @Inject
    RequestContext request;

    @Inject
    ScratchEntries scratch;

    private final UUID guide = Publishing.newId();
    private final String steps = ScratchEntries.step(Publishing.newId(), "korak");
    private final List<UUID> scheduled = new ArrayList<>();
    private int attempts;

    @AfterEach
    void clear() {
        QuarkusTransaction.requiringNew().run(() -> scheduled.forEach(scheduledChanges::cancel));
        scratch.withdrawAll();
    }

    /** Publishes on another thread, in a transaction of its own. */
    private void publish() {
        CompletableFuture.runAsync(() -> scratch.publish(
                        ScratchEntries.GUIDES, guide, ScratchEntries.slug("iznova"), ScratchEntries.guide(steps)))
                .join();
    }

    private long position() {
        return queries.queryList(POSITION, List.of(guide), row -> row.getLong(1))
                .get(0);
    }

    /** Reads with two queries, and publishes between them in that many of the first attempts. */
    private List<Long> readTwice(int publications) {
        long first = position();
        if (attempts++ < publications) {
            publish();
        }
        return List.of(entries.feedState().position(), first, position());
    }

    @Test
    @ActivateRequestContext
    void aReadIsRepeatedWhenSomethingWasPublishedMeanwhile() throws Exception {
        publish();
        assertThat(executor.readOptimistically(() -> readTwice(1))).containsOnly(position());
        assertThat(attempts).isEqualTo(2);
    }

    @Test
    @ActivateRequestContext
    void aReadIsMadeOnceWhenNothingIsPublished() throws Exception {
        publish();
        executor.readOptimistically(() -> readTwice(0));
        attempts = 0;
        assertThat(executor.readOptimistically(() -> readTwice(0))).containsOnly(position());
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    @ActivateRequestContext
    void theValidityNamesTheVersionThatWasRead() throws Exception {
        publish();
        executor.readOptimistically(() -> readTwice(1));
        FeedState feed = entries.feedState();
        assertThat(attempts).isEqualTo(2);
        assertThat(request.validity().source())
                .isEqualTo(new FeedSource(feed.id(), feed.collationVersion(), feed.position()));
        assertThat(feed.position()).isEqualTo(position());
    }

    @Test
    @ActivateRequestContext
    void ofTwoReadsTheEarlierVersionCounts() throws Exception {
        publish();
        executor.readOptimistically(this::position);
        long first = entries.feedState().position();
        publish();
        executor.readOptimistically(this::position);
        assertThat(request.validity().source().position()).isEqualTo(first).isLessThan(position());
    }

    @Test
    @ActivateRequestContext
    void anOptimisticReadIsRefusedWithinATransaction() {
        assertThatThrownBy(
                        () -> QuarkusTransaction.requiringNew().call(() -> executor.readOptimistically(this::position)))
                .hasStackTraceContaining("within a transaction");
    }

    @Test
    @ActivateRequestContext
    void afterThreeAttemptsASnapshotTransactionReads() throws Exception {
        publish();
        executor.readOptimistically(this::position);
        List<Long> read = executor.readOptimistically(() -> readTwice(Integer.MAX_VALUE));
        assertThat(attempts).isEqualTo(OPTIMISTIC_ATTEMPTS + 1);
        // Of one version, although something was published during the last attempt too.
        assertThat(read).containsOnly(read.get(0));
        assertThat(position()).isGreaterThan(read.get(0));
    }

    /** On H2 too, where lists return no stamp. */
    @Test
    @ActivateRequestContext
    void aSingleRowReturnsTheStamp() throws Exception {
        publish();
        List<Long> read = executor.readOptimistically(() -> {
            long first = entries.find(guide).orElseThrow().position();
            if (attempts++ < 1) {
                publish();
            }
            long second = entries.find(guide).orElseThrow().position();
            assertThat(context.isVerified()).isTrue();
            return List.of(entries.feedState().position(), first, second);
        });
        assertThat(read).containsOnly(position());
        assertThat(attempts).isEqualTo(2);
    }

    @Test
    @ActivateRequestContext
    void aFailureIsRepeatedWhenSomethingWasPublishedMeanwhile() throws Exception {
        UUID found = executor.readOptimistically(() -> {
            attempts++;
            var entry = entries.find(guide);
            if (entry.isEmpty()) {
                publish();
                throw new NoSuchElementException("not yet");
            }
            return entry.get().id();
        });
        assertThat(found).isEqualTo(guide);
        assertThat(attempts).isEqualTo(2);
    }

    @Test
    @ActivateRequestContext
    void aFailureIsThrownAtOnceWhenNothingIsPublished() throws Exception {
        executor.readOptimistically(() -> entries.find(guide));
        assertThatThrownBy(() -> executor.readOptimistically(() -> {
                    attempts++;
                    entries.find(guide);
                    throw new NoSuchElementException("nothing");
                }))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    @ActivateRequestContext
    void theValidityOfADiscardedAttemptIsDiscardedToo() throws Exception {
        publish();
        Instant early = Instant.now().plusSeconds(3600);
        Instant past = Instant.now().minusSeconds(1);
        executor.readOptimistically(() -> {
            List<Long> read = readTwice(1);
            if (attempts == 1) {
                request.validity().addChangeAt(early);
                request.validity().limitToNow();
            } else {
                request.validity().addChangeAt(early.plusSeconds(60));
                request.validity().addChangeAt(past);
            }
            return read;
        });
        assertThat(request.validity().nextChange()).isEqualTo(early.plusSeconds(60));
        assertThat(request.validity().lastChange()).isEqualTo(past);
        assertThat(request.validity().isLimitedToNow()).isFalse();
    }

    @Test
    @ActivateRequestContext
    void aChangeThatIsScheduledMeanwhileLimitsTheValidity() throws Exception {
        publish();
        UUID id = Publishing.newId();
        scheduled.add(id);
        Instant at = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 5000);
        executor.readOptimistically(() -> {
            long read = position();
            if (attempts++ == 0) {
                CompletableFuture.runAsync(
                                () -> QuarkusTransaction.requiringNew().run(() -> scheduledChanges.schedule(id, at)))
                        .join();
            }
            return read + position();
        });
        assertThat(attempts).isEqualTo(2);
        assertThat(request.validity().scheduledChange()).isEqualTo(at);
    }
}
