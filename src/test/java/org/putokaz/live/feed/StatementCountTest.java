package org.putokaz.live.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.TestDatabase;
import org.putokaz.fixture.Ties;
import org.putokaz.fixture.Watched;
import org.putokaz.fixture.WatchedDriver;
import org.putokaz.live.KnownRows;
import org.putokaz.live.consistency.ConsistentReadExecutor;
import org.putokaz.live.consistency.ScratchDatabase;
import org.putokaz.live.read.LiveEntryRepository;

/** How many statements an answer costs, and that it costs no more of them when there is more in it. */
@DatabaseTest
@TestProfile(Watched.class)
class StatementCountTest {

    private static final int TRIES = 20;
    private static final int SHARED_MILLIS = 100;

    @Inject
    KnownRows known;

    @Inject
    ConsistentReadExecutor looks;

    @Inject
    LiveEntryRepository entries;

    @Inject
    FeedPositionRepository clock;

    @Inject
    ScheduledChanges upcoming;

    @Inject
    Ties ties;

    @Inject
    ScratchDatabase scratch;

    @BeforeEach
    void many() {
        ties.fill();
        // The first answer after a publication finds that the feed has moved, and costs more.
        given().get("/api/v1/history-events").then().statusCode(200);
    }

    @AfterEach
    void clear() {
        scratch.clear();
    }

    /**
     * With nothing remembered, then with the entries that the first answer left behind, and then with all that it was told;
     * always with where the feed stands.
     */
    @ParameterizedTest
    @CsvSource({
        "organisational-units, 4, 3",
        "organisational-units?count=true, 5, 4",
        "organisational-units?include=parent, 8, 6",
        "history-events, 3, 2",
        "history-events?count=true, 4, 3",
        "history-events?include=units, 7, 5",
        "history-events?sort=title, 3, 2",
        "contact-channels, 4, 3",
        "contact-channels?count=true, 5, 4",
        "contact-channels?include=unit, 8, 6",
        "contact-channels/open-now, 4, 3",
        "help-guides, 3, 2",
        "help-guides?count=true, 4, 3",
        "help-guides?include=contactChannels, 6, 4"
    })
    void aListTakesAsManyStatementsForAHundredEntriesAsForTwo(String list, int cold, int warm) {
        String separator = list.contains("?") ? "&" : "?";
        for (int limit : List.of(2, 100)) {
            String url = list + separator + "limit=" + limit;
            assertCost(url, cold, warm);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "history-events/osnivanje-centra-za-zastitu-zrtava-trgovine-ljudima, 3, 1",
        "history-events/osnivanje-centra-za-zastitu-zrtava-trgovine-ljudima?include=units, 7, 5",
        "organisational-units/centar-za-zastitu-zrtava-trgovine-ljudima, 4, 3",
        "organisational-units/centar-za-zastitu-zrtava-trgovine-ljudima?include=successors, 8, 6",
        "contact-channels/kontakt-telefon-centra, 3, 1",
        "help-guides/potrebna-ti-je-pomoc, 3, 1",
        "help-guides/potrebna-ti-je-pomoc/steps, 3, 1"
    })
    void anEntryTakesOneStatementWhenItIsRememberedAndThreeWhenNot(String entry, int cold, int warm) {
        assertCost(entry, cold, warm);
    }

    private void assertCost(String url, int cold, int warm) {
        scratch.forgetWhatWasRead();
        assertThat(statements(url)).as("cold, %s", url).hasSizeLessThanOrEqualTo(cold);
        known.forget();
        assertThat(statements(url)).as("warm, %s", url).hasSizeLessThanOrEqualTo(warm);
        assertThat(statements(url)).as("known, %s", url).containsExactly(FeedPositionRepository.MARK);
    }

    @Test
    void whatIsAskedInAnotherLanguageIsNotAskedOfTheDatabaseAgain() {
        statements("history-events?limit=3&lang=en&count=true");
        assertThat(statements("history-events?limit=3&lang=sr-Latn&count=true"))
                .containsExactly(FeedPositionRepository.MARK);
        assertThat(statements("history-events?limit=3&count=true&fields=slug"))
                .containsExactly(FeedPositionRepository.MARK);
    }

    @Test
    void whatIsNotThereIsRememberedToo() {
        String url = "history-events/" + ScratchDatabase.slug("nema-toga");
        given().get("/api/v1/" + url).then().statusCode(404);
        assertThat(WatchedDriver.during(
                        () -> given().get("/api/v1/" + url).then().statusCode(404)))
                .extracting(WatchedDriver.Asked::sql)
                .contains(FeedPositionRepository.MARK)
                .noneMatch(sql -> sql.contains("live.slug"));
    }

    /** As when many wait for an answer: whoever came before the look began need not look once more, for a moment. */
    @Test
    @ActivateRequestContext
    void oneLookIsEnoughForAllWhoCameJustBeforeIt() throws Exception {
        looks.attentive(() -> entries.find(ScratchDatabase.EVENTS, "nema-ni-toga"));
        int shared = 0;
        for (int i = 0; i < TRIES; i++) {
            if (looked().isEmpty()) {
                shared++;
            }
        }
        // On a machine that stands still now and then not all of them.
        assertThat(shared).isPositive();
        TimeUnit.MILLISECONDS.sleep(2 * SHARED_MILLIS);
        assertThat(looked()).containsExactly(FeedPositionRepository.MARK);
    }

    private List<String> looked() {
        return WatchedDriver.during(() -> assertThatNoException()
                        .isThrownBy(() -> looks.attentive(() -> entries.find(ScratchDatabase.EVENTS, "nema-ni-toga"))))
                .stream()
                .map(WatchedDriver.Asked::sql)
                .filter(sql -> sql.contains("live.slug") || sql.equals(FeedPositionRepository.MARK))
                .toList();
    }

    /** Also where nobody publishes: what is sent says for how long it holds. */
    @Test
    void whatIsAnnouncedIsKnownToWhoeverLooksNext() {
        String url = "history-events?limit=4";
        statements(url);
        UUID id = Publishing.newId();
        Instant at = Instant.now().plusSeconds(20);
        try {
            QuarkusTransaction.requiringNew().run(() -> upcoming.announce(id, at));
            assertThat(clock.lastSeen().upcoming()).isEqualTo(at.truncatedTo(ChronoUnit.MILLIS));
        } finally {
            QuarkusTransaction.requiringNew().run(() -> upcoming.forget(id));
        }
        assertThat(clock.lastSeen().upcoming()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2001-01-01, 4", "1990-01-01, 4"})
    void aTreeOfTenThousandUnitsTakesAsManyStatementsAsOneOfNone(String day, int most) {
        String tree = "organisational-units/tree?asOf=" + day;
        assertThat(statements(tree)).hasSizeLessThanOrEqualTo(most + Ties.MANY / 1000);
        known.forget();
        assertThat(statements(tree)).hasSizeLessThanOrEqualTo(most);
    }

    /** On PostgreSQL lists too bring along where the feed stands, so that nothing has to be asked before or after. */
    @ParameterizedTest
    @CsvSource({
        "history-events, 1",
        "history-events?sort=title, 1",
        "history-events/osnivanje-centra-za-zastitu-zrtava-trgovine-ljudima, 1",
        // The other one is for the day on which the next of them begins or ends.
        "contact-channels, 2",
        "contact-channels/kontakt-telefon-centra, 1",
        "help-guides, 1",
        "help-guides/potrebna-ti-je-pomoc/steps, 1"
    })
    void onPostgresqlEveryStatementBringsTheMark(String url, int most) {
        assumeTrue(TestDatabase.isPostgresql());
        statements(url);
        known.forget();
        assertThat(statements(url)).hasSize(most).allMatch(sql -> sql.contains(FeedPositionRepository.MARK));
    }

    /** Rather than reading everything, finding that the feed has moved, and reading everything again. */
    @Test
    void theFirstAnswerAfterAPublicationLooksOnceMore() {
        String url = "history-events?limit=2&sort=title";
        statements(url);
        known.forget();
        List<String> warm = statements(url);
        scratch.publish(ScratchDatabase.UNITS, ScratchDatabase.slug("broj"), ScratchDatabase.unit());
        assertThat(statements(url)).hasSize(warm.size() + 1);
        known.forget();
        assertThat(statements(url)).hasSameSizeAs(warm);
    }

    private static List<String> statements(String url) {
        List<String> asked =
                WatchedDriver.during(() -> given().urlEncodingEnabled(false)
                                .get("/api/v1/" + url)
                                .then()
                                .statusCode(200))
                        .stream()
                        .map(WatchedDriver.Asked::sql)
                        // The service looks for changes on its own, too.
                        .filter(sql -> !sql.contains("live.feed fr1_0")
                                && !sql.matches("(?s).*(webhook|editorial|security)\\..*"))
                        .toList();
        if (TestDatabase.isPostgresql()) {
            assertThat(asked).as("none goes past the look").allMatch(sql -> sql.contains(FeedPositionRepository.MARK));
        }
        return asked;
    }
}
