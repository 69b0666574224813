package org.putokaz.live.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;

/** Positions of changes in the feed, also with publications and reads at the same time. */
@DatabaseTest
public class FeedPositionsTest {

    private static final int THREADS = 8;
    private static final int SETS = 15;

    @Inject
    ScratchEntries scratch;

    @Inject
    Session session;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private StoreChange unit(String... more) {
        return scratch.change(
                ScratchEntries.UNITS, Publishing.newId(), ScratchEntries.slug("mesto"), ScratchEntries.unit(more));
    }

    private static Response get(UUID id) {
        return given().get("/api/v1/organisational-units/{id}", id);
    }

    /** Set of changes that was committed, with the nanosecond times before and after. */
    private record CommittedSet(long startedNanos, long committedNanos, List<Long> positions) {}

    @RepeatedTest(5)
    void eightPublishersGetEveryPositionOnceAndInTheOrderOfTheirCommits() throws Exception {
        long before = scratch.position();
        Queue<CommittedSet> committed = new ConcurrentLinkedQueue<>();
        Queue<UUID> rejected = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
        try {
            List<Future<?>> publishers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                publishers.add(threads.submit(() -> publishSets(committed, rejected)));
            }
            Future<Long> reader = threads.submit(readerUntil(publishers, before));
            for (Future<?> publisher : publishers) {
                publisher.get(2, TimeUnit.MINUTES);
            }
            assertThat(reader.get(1, TimeUnit.MINUTES)).isPositive();
        } finally {
            threads.shutdownNow();
        }

        assertThat(rejected).hasSize(THREADS * SETS / 3);
        long after = scratch.position();
        assertThat(committed.stream().flatMap(set -> set.positions.stream()).sorted())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(before + 1, after).boxed().toList());
        assertThat(committed)
                .allSatisfy(set -> assertThat(set.positions)
                        .containsExactlyElementsOf(LongStream.range(0, set.positions.size())
                                .mapToObj(i -> set.positions.get(0) + i)
                                .toList()));
        assertThat(committed)
                .allSatisfy(first -> assertThat(committed)
                        .filteredOn(second -> second.startedNanos > first.committedNanos)
                        .allSatisfy(
                                second -> assertThat(second.positions.get(0)).isGreaterThan(first.positions.get(0))));
        rejected.forEach(id -> assertThat(get(id).statusCode()).isEqualTo(404));
    }

    private void publishSets(Queue<CommittedSet> committed, Queue<UUID> rejected) {
        for (int set = 0; set < SETS; set++) {
            List<StoreChange> changes = new ArrayList<>(
                    IntStream.rangeClosed(0, set % 3).mapToObj(i -> unit()).toList());
            if (set % 3 == 2) {
                // Rejected before anything is written, or only by the resulting state.
                changes.add(set % 2 == 0 ? unit("'kind': null") : unit("'parent': '" + Publishing.newId() + "'"));
            }
            long startedNanos = System.nanoTime();
            try {
                List<Long> positions = scratch.apply(changes.toArray(StoreChange[]::new)).stream()
                        .map(ChangeResult::position)
                        .toList();
                committed.add(new CommittedSet(startedNanos, System.nanoTime(), positions));
            } catch (PublicationRejectedException refusal) {
                rejected.add(changes.get(0).id());
            }
        }
    }

    /** Reader that checks with each position it sees that it sees every change up to it. */
    private Callable<Long> readerUntil(List<Future<?>> publishers, long before) {
        return () -> {
            long reads = 0;
            boolean done;
            do {
                done = publishers.stream().allMatch(Future::isDone);
                Object[] seen = QuarkusTransaction.requiringNew()
                        .call(() -> session.createNativeQuery(
                                        "select f.position, (select count(*) from live.entry e where e.position > :before)"
                                                + " from live.feed f",
                                        Object[].class)
                                .setParameter("before", before)
                                .getSingleResult());
                assertThat(((Number) seen[1]).longValue()).isEqualTo(((Number) seen[0]).longValue() - before);
                reads++;
            } while (!done);
            return reads;
        };
    }

    @Test
    void aRejectedSetChangesNothing() {
        String slug = ScratchEntries.slug("slobodno");
        UUID good = Publishing.newId();
        UUID known = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("poznato"), ScratchEntries.unit());
        long position = scratch.position();
        String list = given().get("/api/v1/organisational-units?limit=100&sort=publishedAt")
                .asString();
        StoreChange withdrawal = new StoreChange.Withdraw(known, WithdrawalReason.ERROR, null, Importance.MAJOR, null);

        for (StoreChange bad : List.of(unit("'name': null"), unit("'parent': '" + Publishing.newId() + "'"))) {
            assertThatThrownBy(() -> scratch.apply(
                            scratch.change(ScratchEntries.UNITS, good, slug, ScratchEntries.unit()), withdrawal, bad))
                    .isInstanceOf(PublicationRejectedException.class);
        }

        assertThat(scratch.position()).isEqualTo(position);
        assertThat(given().get("/api/v1/organisational-units?limit=100&sort=publishedAt")
                        .asString())
                .isEqualTo(list);
        assertThat(get(good).statusCode()).isEqualTo(404);
        // The slug was not claimed either.
        scratch.publish(ScratchEntries.UNITS, slug, ScratchEntries.unit());
    }

    @Test
    void publishingTheSameContentAgainKeepsThePosition() {
        UUID id = Publishing.newId();
        String slug = ScratchEntries.slug("isto");
        ChangeResult first = scratch.publish(
                ScratchEntries.UNITS, id, slug, ScratchEntries.unit("'shortName': {'sr-Cyrl': 'К', 'en': 'O'}"));
        String tag = get(id).header("ETag");
        ChangeResult again = scratch.publish(
                ScratchEntries.UNITS, id, slug, ScratchEntries.unit("'shortName': {'en': 'O', 'sr-Cyrl': 'К'}"));

        assertThat(first.changed()).isTrue();
        assertThat(again).isEqualTo(new ChangeResult(id, first.position(), false));
        assertThat(scratch.position()).isEqualTo(first.position());
        assertThat(get(id).header("ETag")).isEqualTo(tag);
    }

    @Test
    void anotherSlugForTheSameContentIsAChange() {
        UUID id = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("staro"), ScratchEntries.unit());
        long position = scratch.position();
        assertThat(scratch.publish(ScratchEntries.UNITS, id, ScratchEntries.slug("novo"), ScratchEntries.unit()))
                .isEqualTo(new ChangeResult(id, position + 1, true));
    }

    @Test
    void aSetMayNameItsOwnEntriesWhateverTheirOrder() {
        UUID parent = Publishing.newId();
        assertThat(scratch.violationsOf(
                        unit("'parent': '" + parent + "'"),
                        scratch.change(
                                ScratchEntries.UNITS, parent, ScratchEntries.slug("roditelj"), ScratchEntries.unit())))
                .isEmpty();
    }

    /** Lists read the position from the index rows, and take the cached entry of that position. */
    @Test
    void theIndexRowsHaveThePositionOfTheirEntry() {
        UUID unit = Publishing.newId();
        UUID event = Publishing.newId();
        UUID channel = Publishing.newId();
        UUID guide = Publishing.newId();
        String steps = ScratchEntries.step(Publishing.newId(), "korak");
        for (String name : List.of("Прво", "Друго", "Треће")) {
            scratch.publish(
                    ScratchEntries.UNITS, unit, "mesto-u", ScratchEntries.unit("'name': {'sr-Cyrl': '" + name + "'}"));
            scratch.publish(
                    ScratchEntries.EVENTS,
                    event,
                    "mesto-e",
                    ScratchEntries.event("'title': {'sr-Cyrl': '" + name + "'}"));
            scratch.publish(
                    ScratchEntries.CHANNELS,
                    channel,
                    "mesto-c",
                    ScratchEntries.channel(
                            unit, "web", "https://example.org/", "'label': {'sr-Cyrl': '" + name + "'}"));
            scratch.publish(
                    ScratchEntries.GUIDES,
                    guide,
                    "mesto-g",
                    ScratchEntries.guide(steps, "'title': {'sr-Cyrl': '" + name + "'}"));
            assertThat(rowsWithAnotherPosition()).isEmpty();
            for (String list : List.of(
                    "organisational-units",
                    "organisational-units?sort=-name",
                    "organisational-units?kind=office",
                    "organisational-units?sort=-publishedAt",
                    "history-events?sort=-title",
                    "history-events",
                    "contact-channels?unit=" + unit,
                    "contact-channels?sort=label",
                    "help-guides?sort=-publishedAt",
                    "help-guides")) {
                String separator = list.contains("?") ? "&" : "?";
                assertThat(given().get("/api/v1/" + list + separator + "limit=100&lang=sr-Cyrl")
                                .asString())
                        .as(list)
                        .contains(name);
            }
        }
        scratch.withdraw(event, WithdrawalReason.ERROR);
        assertThat(rowsWithAnotherPosition()).isEmpty();
        scratch.publish(ScratchEntries.EVENTS, event, "mesto-e", ScratchEntries.event());
        assertThat(rowsWithAnotherPosition()).isEmpty();
    }

    private List<?> rowsWithAnotherPosition() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Map.of(
                                "live.organisational_unit", "id",
                                "live.history_event", "id",
                                "live.contact_channel", "id",
                                "live.help_guide", "id",
                                "live.sort_key", "entry_id")
                        .entrySet()
                        .stream()
                        .flatMap(table -> session
                                .createNativeQuery(
                                        "select t." + table.getValue() + " from " + table.getKey()
                                                + " t left join live.entry e on e.id = t." + table.getValue()
                                                + " and e.live = true and e.position = t.position where e.id is null",
                                        UUID.class)
                                .getResultList()
                                .stream())
                        .toList());
    }

    @Test
    void anEntryKeepsItsFamilyForEver() {
        UUID id = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("porodica"), ScratchEntries.unit());
        assertThat(scratch.violationsOf(scratch.change(
                                ScratchEntries.EVENTS, id, ScratchEntries.slug("porodica"), ScratchEntries.event()))
                        .get(id))
                .containsExactly("/id id-of-another-family");
    }
}
