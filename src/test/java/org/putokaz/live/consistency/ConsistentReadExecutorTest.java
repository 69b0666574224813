package org.putokaz.live.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.http.request.FeedSource;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.FeedState;
import org.putokaz.live.feed.ScheduledChanges;
import org.putokaz.live.read.LiveEntryRepository;
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

/** What somebody publishes between two statements of one answer never comes into that answer by half. */
@DatabaseTest
class ConsistentReadExecutorTest {

    private static final String POSITION = "select e.position, e.slug from live.entry e where e.id = ?";
    private static final int WITHOUT_A_TRANSACTION = 3;

    @Inject
    ConsistentReadExecutor looks;

    @Inject
    ReadVersionContext look;

    @Inject
    VersionedQueries statements;

    @Inject
    LiveEntryRepository entries;

    @Inject
    ScheduledChanges upcoming;

    @Inject
    RequestContext reader;

    @Inject
    ScratchDatabase scratch;

    private final UUID guide = Publishing.newId();
    private final String steps = ScratchDatabase.step(Publishing.newId(), "korak");
    private final List<UUID> announced = new ArrayList<>();
    private int times;

    @AfterEach
    void clear() {
        QuarkusTransaction.requiringNew().run(() -> announced.forEach(upcoming::cancel));
        scratch.withdrawAll();
    }

    private void publish() {
        // As an editor does: on another thread, in a transaction of his own.
        CompletableFuture.runAsync(() -> scratch.publish(
                        ScratchDatabase.GUIDES, guide, ScratchDatabase.slug("iznova"), ScratchDatabase.guide(steps)))
                .join();
    }

    private long position() {
        return statements.list(POSITION, List.of(guide), row -> row.getLong(1)).get(0);
    }

    /** Two statements, with a publication between them as often as was asked for. */
    private List<Long> twice(int publications) {
        long first = position();
        if (times++ < publications) {
            publish();
        }
        return List.of(entries.feedState().position(), first, position());
    }

    @Test
    @ActivateRequestContext
    void whatWasPublishedMeanwhileIsReadFromTheStart() throws Exception {
        publish();
        assertThat(looks.readOptimistically(() -> twice(1))).containsOnly(position());
        assertThat(times).isEqualTo(2);
    }

    @Test
    @ActivateRequestContext
    void anAnswerIsReadOnceWhenNobodyPublishes() throws Exception {
        publish();
        looks.readOptimistically(() -> twice(0));
        times = 0;
        assertThat(looks.readOptimistically(() -> twice(0))).containsOnly(position());
        assertThat(times).isEqualTo(1);
    }

    @Test
    @ActivateRequestContext
    void theReaderKnowsWhatHisAnswerIsMadeOf() throws Exception {
        publish();
        looks.readOptimistically(() -> twice(1));
        FeedState feed = entries.feedState();
        assertThat(times).isEqualTo(2);
        assertThat(reader.validity().source())
                .isEqualTo(new FeedSource(feed.id(), feed.collationVersion(), feed.position()));
        assertThat(feed.position()).isEqualTo(position());
    }

    @Test
    @ActivateRequestContext
    void ofTwoLooksTheEarlierCounts() throws Exception {
        publish();
        looks.readOptimistically(this::position);
        long first = entries.feedState().position();
        publish();
        looks.readOptimistically(this::position);
        assertThat(reader.validity().source().position()).isEqualTo(first).isLessThan(position());
    }

    @Test
    @ActivateRequestContext
    void withinATransactionNobodyLooksLikeThat() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(() -> looks.readOptimistically(this::position)))
                .hasStackTraceContaining("within a transaction");
    }

    @Test
    @ActivateRequestContext
    void whereEditorsPublishWithoutPauseASnapshotHasTheLastWord() throws Exception {
        publish();
        looks.readOptimistically(this::position);
        List<Long> read = looks.readOptimistically(() -> twice(Integer.MAX_VALUE));
        assertThat(times).isEqualTo(WITHOUT_A_TRANSACTION + 1);
        // Of one state, although the last of them was published into it.
        assertThat(read).containsOnly(read.get(0));
        assertThat(position()).isGreaterThan(read.get(0));
    }

    /** On H2 too, where lists do not. */
    @Test
    @ActivateRequestContext
    void oneRowBringsAlongWhereTheFeedStands() throws Exception {
        publish();
        List<Long> read = looks.readOptimistically(() -> {
            long first = entries.find(guide).orElseThrow().position();
            if (times++ < 1) {
                publish();
            }
            long second = entries.find(guide).orElseThrow().position();
            assertThat(look.isConfirmed()).isTrue();
            return List.of(entries.feedState().position(), first, second);
        });
        assertThat(read).containsOnly(position());
        assertThat(times).isEqualTo(2);
    }

    @Test
    @ActivateRequestContext
    void whatIsNotThereIsLookedForAgainWhenItMayHaveCome() throws Exception {
        UUID later = guide;
        UUID found = looks.readOptimistically(() -> {
            times++;
            var known = entries.find(later);
            if (known.isEmpty()) {
                publish();
                throw new NoSuchElementException("not yet");
            }
            return known.get().id();
        });
        assertThat(found).isEqualTo(later);
        assertThat(times).isEqualTo(2);
    }

    @Test
    @ActivateRequestContext
    void whatIsRefusedIsRefusedOnceWhenNothingHasChanged() throws Exception {
        looks.readOptimistically(() -> entries.find(guide));
        assertThatThrownBy(() -> looks.readOptimistically(() -> {
                    times++;
                    entries.find(guide);
                    throw new NoSuchElementException("nothing");
                }))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(times).isEqualTo(1);
    }

    @Test
    @ActivateRequestContext
    void theReaderForgetsWhatAnOldStateToldHim() throws Exception {
        publish();
        Instant early = Instant.now().plusSeconds(3600);
        Instant state = Instant.now().minusSeconds(1);
        looks.readOptimistically(() -> {
            List<Long> read = twice(1);
            if (times == 1) {
                reader.validity().addChangeAt(early);
                reader.validity().limitToNow();
            } else {
                reader.validity().addChangeAt(early.plusSeconds(60));
                reader.validity().addChangeAt(state);
            }
            return read;
        });
        assertThat(reader.validity().nextChange()).isEqualTo(early.plusSeconds(60));
        assertThat(reader.validity().lastChange()).isEqualTo(state);
        assertThat(reader.validity().isLimitedToNow()).isFalse();
    }

    @Test
    @ActivateRequestContext
    void whatIsAnnouncedMeanwhileIsToldTheReader() throws Exception {
        publish();
        UUID set = Publishing.newId();
        announced.add(set);
        Instant at = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 5000);
        looks.readOptimistically(() -> {
            long read = position();
            if (times++ == 0) {
                CompletableFuture.runAsync(
                                () -> QuarkusTransaction.requiringNew().run(() -> upcoming.schedule(set, at)))
                        .join();
            }
            return read + position();
        });
        assertThat(times).isEqualTo(2);
        assertThat(reader.validity().scheduledChange()).isEqualTo(at);
    }
}
