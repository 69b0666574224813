package org.putokaz.live.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.putokaz.fixture.SettableClock;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.consistency.ScratchDatabase;
import org.putokaz.live.write.StoreChange;

/** Whatever is made from the store is never kept past a moment at which the store is going to change. */
@DatabaseTest
class ScheduledChangesTest {

    private static final String API = "/api/v1/";

    @Inject
    ScratchDatabase scratch;

    @Inject
    ScheduledChanges upcoming;

    @Inject
    FeedNotifier watch;

    @Inject
    FeedPositionRepository clock;

    @Inject
    FeedConfig config;

    @Inject
    DataSource database;

    @Inject
    TransactionSynchronizationRegistry transactions;

    private final List<UUID> announced = new ArrayList<>();
    private final Map<String, Integer> expected = new LinkedHashMap<>();
    private Instant now;

    @BeforeEach
    void oneOfEverythingAnAnswerCanBe() {
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
        String old = ScratchDatabase.slug("stari");
        UUID gone = Publishing.newId();
        String kept = ScratchDatabase.step(Publishing.newId(), "ostaje");
        scratch.publish(
                ScratchDatabase.GUIDES,
                guide,
                old,
                ScratchDatabase.guide(ScratchDatabase.step(gone, "odlazi") + ", " + kept));
        scratch.publish(ScratchDatabase.GUIDES, guide, ScratchDatabase.slug("novi"), ScratchDatabase.guide(kept));
        String another = ScratchDatabase.step(Publishing.newId(), "ostaje");
        UUID withdrawn = scratch.publish(
                ScratchDatabase.GUIDES, ScratchDatabase.slug("povucen"), ScratchDatabase.guide(another));
        scratch.withdraw(withdrawn, WithdrawalReason.SAFETY);
        expected.put(API + "help-guides/" + withdrawn, 410);
        expected.put(API + "help-guides/" + guide + "/steps/" + gone, 410);
        expected.put(API + "help-guides/" + old, 308);
        // Whole seconds, far from any other change.
        now = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 3600);
        SettableClock.set(now);
    }

    @AfterEach
    void forgetAll() {
        SettableClock.run();
        QuarkusTransaction.requiringNew().run(() -> announced.forEach(upcoming::forget));
        scratch.clear();
    }

    private UUID announce(Instant at) {
        UUID id = Publishing.newId();
        announced.add(id);
        QuarkusTransaction.requiringNew().run(() -> upcoming.announce(id, at));
        return id;
    }

    private Map<String, String> cacheControls() {
        Map<String, String> found = new LinkedHashMap<>();
        expected.forEach((path, status) -> {
            var answer = given().redirects().follow(false).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            found.put(path, answer.header("Cache-Control"));
        });
        return found;
    }

    /** Or an answer from before the change would for a moment be current and await nothing. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatHasChangedIsKnownBeforeItIsNoLongerAwaited(boolean publishedFirst) {
        // What is published is published now: no moment in the shared feed may be still to come.
        SettableClock.run();
        Instant at = now.plusSeconds(5);
        UUID id = announce(at);
        List<Instant> awaited = new ArrayList<>();
        long before = watch.position();
        StoreChange change = scratch.change(
                ScratchDatabase.UNITS, Publishing.newId(), ScratchDatabase.slug("odjednom"), ScratchDatabase.unit());
        try (FeedNotifier.Following following = watch.follow(() -> awaited.add(watch.awaited()))) {
            QuarkusTransaction.requiringNew().run(() -> {
                if (publishedFirst) {
                    scratch.apply(change);
                    upcoming.forget(id);
                } else {
                    upcoming.forget(id);
                    scratch.apply(change);
                }
            });
        }
        assertThat(watch.position()).isGreaterThan(before);
        assertThat(awaited).first().isEqualTo(at);
        assertThat(watch.awaited()).isNull();
    }

    /** The same of another node's: here a watch of its own is told what a look has shown. */
    @Test
    void whatAnotherNodeHasChangedIsKnownBeforeItIsNoLongerAwaited() {
        FeedNotifier fresh = new FeedNotifier(clock, transactions, database, config);
        FeedNotifier.Place place = watch.place();
        Instant at = now.plusSeconds(5);
        fresh.saw(1, place, at);
        List<Instant> awaited = new ArrayList<>();
        try (FeedNotifier.Following following = fresh.follow(() -> awaited.add(fresh.awaited()))) {
            fresh.saw(2, new FeedNotifier.Place(place.feed(), place.collation(), place.position() + 1), null);
        }
        assertThat(fresh.position()).isEqualTo(place.position() + 1);
        assertThat(awaited).containsExactly(at);
        assertThat(fresh.awaited()).isNull();
    }

    @Test
    void everyAnswerIsCutAtTheEarliestMomentAnnounced() {
        announce(now.plusSeconds(500));
        announce(now.plusMillis(20_900));
        assertThat(cacheControls().values()).containsOnly("public, max-age=20");
    }

    @Test
    void notEvenInAnErrorIsAnAnswerShownPastThatMoment() {
        announce(now.plusSeconds(660));
        assertThat(given().get(API + "help-guides").header("Cache-Control"))
                .isEqualTo("public, max-age=60, stale-while-revalidate=600, stale-if-error=600");
    }

    @Test
    void whatIsLateMayHappenAtAnyMomentUntilItIsForgotten() {
        UUID late = announce(now);
        announce(now.plusSeconds(40));
        assertThat(cacheControls().values()).containsOnly("public, max-age=0, no-cache");
        String modified = given().get(API + "help-guides").header("Last-Modified");

        QuarkusTransaction.requiringNew().run(() -> upcoming.forget(late));
        assertThat(given().get(API + "help-guides").header("Last-Modified")).isEqualTo(modified);
        assertThat(given().get(API + "help-guides").header("Cache-Control")).isEqualTo("public, max-age=40");
        assertThat(given().get(API + "help-guides/nema-toga").header("Cache-Control"))
                .isEqualTo("public, max-age=30");
    }

    @Test
    void aSecondAnnouncementStandsInPlaceOfTheFirst() {
        UUID id = announce(now.plusSeconds(10));
        QuarkusTransaction.requiringNew().run(() -> upcoming.announce(id, now.plusSeconds(50)));
        assertThat(given().get(API + "help-guides").header("Cache-Control")).isEqualTo("public, max-age=50");
    }

    @Test
    void anAnnouncementThatIsTakenBackWasNeverMade() {
        UUID id = Publishing.newId();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    upcoming.announce(id, now.plusSeconds(5));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(cacheControls().get(API + "help-guides/nema-toga")).isEqualTo("public, max-age=30");
    }

    @Test
    void announcingBelongsIntoTheTransactionOfWhatIsAnnounced() {
        assertThatThrownBy(() -> upcoming.announce(Publishing.newId(), now))
                .hasStackTraceContaining("TransactionRequired");
        assertThatThrownBy(() -> upcoming.forget(Publishing.newId())).hasStackTraceContaining("TransactionRequired");
    }

    @Test
    void onlyTheCacheControlTellsAnything() {
        var before = given().get(API + "help-guides");
        announce(now.plusSeconds(7));
        var after = given().get(API + "help-guides");
        assertThat(after.asString()).isEqualTo(before.asString());
        assertThat(headersButCacheControl(after)).isEqualTo(headersButCacheControl(before));
    }

    private static Map<String, String> headersButCacheControl(Response answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().forEach(header -> headers.put(header.getName(), header.getValue()));
        headers.remove("Cache-Control");
        return headers;
    }
}
