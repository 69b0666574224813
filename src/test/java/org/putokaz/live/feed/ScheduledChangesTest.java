package org.putokaz.live.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.SettableClock;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.write.StoreChange;

/** No response is cached past a time at which the store is scheduled to change. */
@DatabaseTest
class ScheduledChangesTest {

    private static final String API = "/api/v1/";

    @Inject
    ScratchEntries scratch;

    @Inject
    ScheduledChanges scheduledChanges;

    @Inject
    FeedNotifier notifier;

    @Inject
    FeedPositionRepository positions;

    @Inject
    FeedVersionRepository versions;

    @Inject
    FeedConfig config;

    @Inject
    DataSource database;

    @Inject
    TransactionSynchronizationRegistry transactions;

    private final List<UUID> scheduled = new ArrayList<>();
    private final Map<String, Integer> expected = new LinkedHashMap<>();
    private Instant now;

    @BeforeEach
    void publishOneEntryForEachKindOfResponse() {
        for (String path : List.of(
                "/api/v1",
                API + "organisational-units",
                API + "organisational-units/tree?asOf=2020-01-01",
                API + "organisational-units/" + Center.CENTER,
                API + "history-events?include=units",
                API + "contact-channels",
                API + "contact-channels/open-now",
                API + "contact-channels/" + Center.PHONE_SLUG,
                API + "help-guides",
                API + "help-guides/" + Center.GUIDE_SLUG,
                API + "help-guides/" + Center.GUIDE_SLUG + "/steps",
                API + "help-guides/" + Center.GUIDE_SLUG + "/steps/najkraci-put-do-pomoci")) {
            expected.put(path, 200);
        }
        expected.put(API + "help-guides/nema-toga", 404);
        expected.put(API + "help-guides/" + Center.GUIDE_SLUG + "/steps/nema-toga", 404);
        UUID guide = Publishing.newId();
        String old = ScratchEntries.slug("stari");
        UUID gone = Publishing.newId();
        String kept = ScratchEntries.step(Publishing.newId(), "ostaje");
        scratch.publish(
                ScratchEntries.GUIDES,
                guide,
                old,
                ScratchEntries.guide(ScratchEntries.step(gone, "odlazi") + ", " + kept));
        scratch.publish(ScratchEntries.GUIDES, guide, ScratchEntries.slug("novi"), ScratchEntries.guide(kept));
        String another = ScratchEntries.step(Publishing.newId(), "ostaje");
        UUID withdrawn =
                scratch.publish(ScratchEntries.GUIDES, ScratchEntries.slug("povucen"), ScratchEntries.guide(another));
        scratch.withdraw(withdrawn, WithdrawalReason.SAFETY);
        expected.put(API + "help-guides/" + withdrawn, 410);
        expected.put(API + "help-guides/" + guide + "/steps/" + gone, 410);
        expected.put(API + "help-guides/" + old, 308);
        // In whole seconds, and far from any other change.
        now = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 3600);
        SettableClock.set(now);
    }

    @AfterEach
    void cancelAll() {
        SettableClock.run();
        QuarkusTransaction.requiringNew().run(() -> scheduled.forEach(scheduledChanges::cancel));
        scratch.withdrawAll();
    }

    private UUID schedule(Instant at) {
        UUID id = Publishing.newId();
        scheduled.add(id);
        QuarkusTransaction.requiringNew().run(() -> scheduledChanges.schedule(id, at));
        return id;
    }

    private Map<String, String> cacheControls() {
        Map<String, String> found = new LinkedHashMap<>();
        expected.forEach((path, status) -> {
            var response = given().redirects().follow(false).get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(status);
            found.put(path, response.header("Cache-Control"));
        });
        return found;
    }

    /**
     * Otherwise a response from before the change would for a moment be current and without a scheduled change. The notifier
     * here has no poller, which could report the same change at the same time.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChangeIsKnownBeforeItIsNoLongerScheduled(boolean publishedFirst) {
        FeedNotifier fresh = new FeedNotifier(positions, versions, transactions, database, config);
        FeedPosition position = notifier.feedPosition();
        Instant at = now.plusSeconds(5);
        fresh.onFeedPolled(1, position, at);
        List<Instant> seen = new ArrayList<>();
        try (FeedNotifier.Subscription subscription = fresh.subscribe(() -> seen.add(fresh.nextScheduledChange()))) {
            QuarkusTransaction.requiringNew().run(() -> {
                if (publishedFirst) {
                    fresh.onCommitAdvanceTo(position.position() + 1, List.of());
                    fresh.onCommitSchedule(null);
                } else {
                    fresh.onCommitSchedule(null);
                    fresh.onCommitAdvanceTo(position.position() + 1, List.of());
                }
            });
        }
        assertThat(fresh.position()).isEqualTo(position.position() + 1);
        assertThat(seen).containsExactly(at);
        assertThat(fresh.nextScheduledChange()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChangeThatIsPublishedAndCancelledInOneTransactionIsKnownAfterItsCommit(boolean publishedFirst) {
        // Publications need the current time: the shared feed must not contain times in the future.
        SettableClock.run();
        UUID id = schedule(now.plusSeconds(5));
        long before = notifier.position();
        StoreChange change = scratch.change(
                ScratchEntries.UNITS, Publishing.newId(), ScratchEntries.slug("odjednom"), ScratchEntries.unit());
        QuarkusTransaction.requiringNew().run(() -> {
            if (publishedFirst) {
                scratch.apply(change);
                scheduledChanges.cancel(id);
            } else {
                scheduledChanges.cancel(id);
                scratch.apply(change);
            }
        });
        assertThat(notifier.position()).isGreaterThan(before);
        assertThat(notifier.nextScheduledChange()).isNull();
    }

    /** The same for another node's change, with a notifier that is given the results of polls. */
    @Test
    void aChangeOfAnotherNodeIsKnownBeforeItIsNoLongerScheduled() {
        FeedNotifier fresh = new FeedNotifier(positions, versions, transactions, database, config);
        FeedPosition position = notifier.feedPosition();
        Instant at = now.plusSeconds(5);
        fresh.onFeedPolled(1, position, at);
        List<Instant> seen = new ArrayList<>();
        try (FeedNotifier.Subscription subscription = fresh.subscribe(() -> seen.add(fresh.nextScheduledChange()))) {
            fresh.onFeedPolled(
                    2, new FeedPosition(position.feedId(), position.collationVersion(), position.position() + 1), null);
        }
        assertThat(fresh.position()).isEqualTo(position.position() + 1);
        assertThat(seen).containsExactly(at);
        assertThat(fresh.nextScheduledChange()).isNull();
    }

    @Test
    void everyResponseExpiresAtTheEarliestScheduledTime() {
        schedule(now.plusSeconds(500));
        schedule(now.plusMillis(20_900));
        assertThat(cacheControls().values()).containsOnly("public, max-age=20");
    }

    @Test
    void noResponseIsShownPastThatTimeEvenInAnError() {
        schedule(now.plusSeconds(660));
        assertThat(given().get(API + "help-guides").header("Cache-Control"))
                .isEqualTo("public, max-age=60, stale-if-error=600");
        schedule(now.plusSeconds(659));
        assertThat(given().get(API + "help-guides").header("Cache-Control")).isEqualTo("public, max-age=60");
    }

    @Test
    void anOverdueChangeMayHappenAtAnyTimeUntilItIsCancelled() {
        UUID overdue = schedule(now);
        schedule(now.plusSeconds(40));
        assertThat(cacheControls().values()).containsOnly("public, max-age=0, no-cache");
        String modified = given().get(API + "help-guides").header("Last-Modified");

        QuarkusTransaction.requiringNew().run(() -> scheduledChanges.cancel(overdue));
        assertThat(given().get(API + "help-guides").header("Last-Modified")).isEqualTo(modified);
        assertThat(given().get(API + "help-guides").header("Cache-Control")).isEqualTo("public, max-age=40");
        assertThat(given().get(API + "help-guides/nema-toga").header("Cache-Control"))
                .isEqualTo("public, max-age=30");
    }

    @Test
    void schedulingAgainReplacesTheFirstTime() {
        UUID id = schedule(now.plusSeconds(10));
        QuarkusTransaction.requiringNew().run(() -> scheduledChanges.schedule(id, now.plusSeconds(50)));
        assertThat(given().get(API + "help-guides").header("Cache-Control")).isEqualTo("public, max-age=50");
    }

    @Test
    void aRolledBackScheduleHasNoEffect() {
        UUID id = Publishing.newId();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    scheduledChanges.schedule(id, now.plusSeconds(5));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(cacheControls().get(API + "help-guides/nema-toga")).isEqualTo("public, max-age=30");
    }

    @Test
    void schedulingNeedsATransaction() {
        assertThatThrownBy(() -> scheduledChanges.schedule(Publishing.newId(), now))
                .hasStackTraceContaining("TransactionRequired");
        assertThatThrownBy(() -> scheduledChanges.cancel(Publishing.newId()))
                .hasStackTraceContaining("TransactionRequired");
    }

    @Test
    void aScheduledChangeShowsInCacheControlOnly() {
        var before = given().get(API + "help-guides");
        schedule(now.plusSeconds(7));
        var after = given().get(API + "help-guides");
        assertThat(after.asString()).isEqualTo(before.asString());
        assertThat(headersButCacheControl(after)).isEqualTo(headersButCacheControl(before));
    }

    private static Map<String, String> headersButCacheControl(Response response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().forEach(header -> headers.put(header.getName(), header.getValue()));
        headers.remove("Cache-Control");
        return headers;
    }
}
