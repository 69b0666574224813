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
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.response.CacheableResponse;
import org.putokaz.live.FeedState;
import org.putokaz.live.feed.ScheduledChanges;
import org.putokaz.live.read.LiveEntryRepository;

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
        QuarkusTransaction.requiringNew().run(() -> announced.forEach(upcoming::forget));
        scratch.clear();
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
        return List.of(entries.feed().position(), first, position());
    }

    @Test
    @ActivateRequestContext
    void whatWasPublishedMeanwhileIsReadFromTheStart() throws Exception {
        publish();
        assertThat(looks.attentive(() -> twice(1))).containsOnly(position());
        assertThat(times).isEqualTo(2);
    }

    @Test
    @ActivateRequestContext
    void anAnswerIsReadOnceWhenNobodyPublishes() throws Exception {
        publish();
        looks.attentive(() -> twice(0));
        times = 0;
        assertThat(looks.attentive(() -> twice(0))).containsOnly(position());
        assertThat(times).isEqualTo(1);
    }

    @Test
    @ActivateRequestContext
    void theReaderKnowsWhatHisAnswerIsMadeOf() throws Exception {
        publish();
        looks.attentive(() -> twice(1));
        FeedState feed = entries.feed();
        assertThat(times).isEqualTo(2);
        assertThat(reader.heard().source())
                .isEqualTo(new CacheableResponse.Source(feed.id(), feed.collationVersion(), feed.position()));
        assertThat(feed.position()).isEqualTo(position());
    }

    @Test
    @ActivateRequestContext
    void ofTwoLooksTheEarlierCounts() throws Exception {
        publish();
        looks.attentive(this::position);
        long first = entries.feed().position();
        publish();
        looks.attentive(this::position);
        assertThat(reader.heard().source().position()).isEqualTo(first).isLessThan(position());
    }

    @Test
    @ActivateRequestContext
    void withinATransactionNobodyLooksLikeThat() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(() -> looks.attentive(this::position)))
                .hasStackTraceContaining("within a transaction");
    }

    @Test
    @ActivateRequestContext
    void whereEditorsPublishWithoutPauseASnapshotHasTheLastWord() throws Exception {
        publish();
        looks.attentive(this::position);
        List<Long> read = looks.attentive(() -> twice(Integer.MAX_VALUE));
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
        List<Long> read = looks.attentive(() -> {
            long first = entries.find(guide).orElseThrow().position();
            if (times++ < 1) {
                publish();
            }
            long second = entries.find(guide).orElseThrow().position();
            assertThat(look.isConfirmed()).isTrue();
            return List.of(entries.feed().position(), first, second);
        });
        assertThat(read).containsOnly(position());
        assertThat(times).isEqualTo(2);
    }

    @Test
    @ActivateRequestContext
    void whatIsNotThereIsLookedForAgainWhenItMayHaveCome() throws Exception {
        UUID later = guide;
        UUID found = looks.attentive(() -> {
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
        looks.attentive(() -> entries.find(guide));
        assertThatThrownBy(() -> looks.attentive(() -> {
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
        looks.attentive(() -> {
            List<Long> read = twice(1);
            if (times == 1) {
                reader.changesAt(early);
                reader.asksForTheMoment();
            } else {
                reader.changesAt(early.plusSeconds(60));
                reader.changesAt(state);
            }
            return read;
        });
        assertThat(reader.nextChange()).isEqualTo(early.plusSeconds(60));
        assertThat(reader.lastChange()).isEqualTo(state);
        assertThat(reader.heard().holdsOnlyNow()).isFalse();
    }

    @Test
    @ActivateRequestContext
    void whatIsAnnouncedMeanwhileIsToldTheReader() throws Exception {
        publish();
        UUID set = Publishing.newId();
        announced.add(set);
        Instant at = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 5000);
        looks.attentive(() -> {
            long read = position();
            if (times++ == 0) {
                CompletableFuture.runAsync(
                                () -> QuarkusTransaction.requiringNew().run(() -> upcoming.announce(set, at)))
                        .join();
            }
            return read + position();
        });
        assertThat(times).isEqualTo(2);
        assertThat(reader.heard().awaited()).isEqualTo(at);
    }
}
