package org.putokaz.live.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
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
import org.putokaz.live.consistency.ScratchDatabase;

/** How many statements an answer costs, and that it costs no more of them when there is more in it. */
@DatabaseTest
@TestProfile(Watched.class)
class StatementCountTest {

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

    /** With an empty entry cache, and then with the entries of the first response in it. */
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
        assertThat(statements(url)).as("warm, %s", url).hasSizeLessThanOrEqualTo(warm);
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
        assertThat(statements(url)).hasSize(most).allMatch(sql -> sql.contains(FeedPositionRepository.MARK));
    }

    /** Rather than reading everything, finding that the feed has moved, and reading everything again. */
    @Test
    void theFirstAnswerAfterAPublicationLooksOnceMore() {
        String url = "history-events?limit=2&sort=title";
        statements(url);
        List<String> warm = statements(url);
        scratch.publish(ScratchDatabase.UNITS, ScratchDatabase.slug("broj"), ScratchDatabase.unit());
        assertThat(statements(url)).hasSize(warm.size() + 1);
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
