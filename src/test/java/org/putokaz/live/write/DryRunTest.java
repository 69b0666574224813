package org.putokaz.live.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;

/** A dry run reports what publishing would reject, and changes nothing. */
@DatabaseTest
class DryRunTest {

    private static final int THREADS = 8;
    private static final int REPETITIONS = 12;

    @Inject
    ScratchEntries scratch;

    @Inject
    LiveStore store;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private Map<UUID, List<String>> dryRun(StoreChange... changes) {
        Map<UUID, List<String>> violationsByEntry = new TreeMap<>();
        store.dryRun(List.of(changes))
                .forEach((id, violations) -> violationsByEntry.put(
                        id, violations.stream().map(ScratchEntries::describe).toList()));
        return violationsByEntry;
    }

    private StoreChange unit(UUID id, String... more) {
        return scratch.change(ScratchEntries.UNITS, id, ScratchEntries.slug("proba"), ScratchEntries.unit(more));
    }

    private static StoreChange withdrawal(UUID id, UUID replacedBy) {
        return new StoreChange.Withdraw(id, WithdrawalReason.MERGED, replacedBy, Importance.MINOR, null);
    }

    @Test
    void everyViolationOfEveryChangeIsReportedAtOnce() {
        UUID one = Publishing.newId();
        UUID two = Publishing.newId();
        UUID three = Publishing.newId();

        assertThat(dryRun(unit(one, "'name': {'en': 'Office'}"), unit(two), unit(three, "'kind': null")))
                .isEqualTo(Map.of(
                        one, List.of("/name language-missing"),
                        three, List.of("/kind required")));
    }

    @Test
    void aDryRunReportsTheSameAsPublishingForRandomChanges() {
        Random random = new Random(20260703);
        List<UUID> known = new ArrayList<>();
        int rejected = 0;
        for (int round = 0; round < 60; round++) {
            StoreChange[] set = new StoreChange[1 + random.nextInt(3)];
            for (int i = 0; i < set.length; i++) {
                set[i] = change(random, known);
            }
            Map<UUID, List<String>> predicted = dryRun(set);
            assertThat(scratch.violationsOf(set)).as(Arrays.toString(set)).isEqualTo(predicted);
            rejected += predicted.isEmpty() ? 0 : 1;
        }
        assertThat(rejected).isBetween(10, 50);
    }

    private StoreChange change(Random random, List<UUID> known) {
        UUID id = known.isEmpty() || random.nextInt(3) == 0
                ? Publishing.newId()
                : known.get(random.nextInt(known.size()));
        UUID other = known.isEmpty() ? Publishing.newId() : known.get(random.nextInt(known.size()));
        known.add(id);
        return switch (random.nextInt(6)) {
            case 0 -> withdrawal(id, random.nextBoolean() ? null : other);
            case 1 -> unit(id, "'parent': '" + other + "'");
            case 2 -> unit(id, "'confidentialLocation': true");
            case 3 -> unit(id, "'parent': '" + other + "'", "'address': {'city': {'sr-Cyrl': 'Ниш'}}");
            case 4 -> unit(id, "'sortOrder': 7", "'shortName': {'en': 'x'}");
            default -> unit(id);
        };
    }

    @Test
    void aDryRunChangesNothing() {
        UUID fresh = Publishing.newId();
        String slug = ScratchEntries.slug("nezauzeto");
        UUID known = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("ostaje"), ScratchEntries.unit());
        long position = scratch.position();
        String list = given().get("/api/v1/organisational-units?limit=100&sort=-publishedAt")
                .asString();

        assertThat(dryRun(
                        scratch.change(ScratchEntries.UNITS, fresh, slug, ScratchEntries.unit()),
                        withdrawal(known, fresh),
                        scratch.change(
                                ScratchEntries.GUIDES,
                                Publishing.newId(),
                                slug,
                                ScratchEntries.guide(ScratchEntries.step(Publishing.newId(), "jedan")))))
                .isEmpty();

        assertThat(scratch.position()).isEqualTo(position);
        assertThat(given().get("/api/v1/organisational-units?limit=100&sort=-publishedAt")
                        .asString())
                .isEqualTo(list);
        // The slug was not claimed either.
        scratch.publish(ScratchEntries.UNITS, slug, ScratchEntries.unit());
    }

    @Test
    void aDryRunIsRefusedWithinATransactionWhereItCouldWaitForItself() {
        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew().run(() -> store.dryRun(List.of(unit(Publishing.newId())))))
                .isInstanceOf(QuarkusTransactionException.class);
    }

    @Test
    void dryRunsAndPublicationsExcludeOneAnother() throws Exception {
        long before = scratch.position();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                boolean publishes = i % 2 == 0;
                all.add(threads.submit(() -> publishes ? publishRepeatedly() : dryRunRepeatedly()));
            }
            for (Future<Integer> one : all) {
                assertThat(one.get(2, TimeUnit.MINUTES)).isEqualTo(REPETITIONS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(scratch.position()).isEqualTo(before + (long) REPETITIONS * THREADS / 2);
    }

    private int publishRepeatedly() {
        int done = 0;
        while (done < REPETITIONS) {
            done += scratch.apply(unit(Publishing.newId())).size();
        }
        return done;
    }

    private int dryRunRepeatedly() {
        int done = 0;
        while (done < REPETITIONS) {
            done += dryRun(unit(Publishing.newId())).isEmpty() ? 1 : 0;
        }
        return done;
    }
}
