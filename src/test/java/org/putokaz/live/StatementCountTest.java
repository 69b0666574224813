package org.putokaz.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.TestDatabase;
import org.putokaz.fixture.Ties;
import org.putokaz.fixture.Watched;
import org.putokaz.fixture.WatchedDriver;

/** How many statements an answer costs, and that it costs no more of them when there is more in it. */
@HttpTest
@TestProfile(Watched.class)
class StatementCountTest {

    @Inject
    Recent recent;

    @Inject
    Ties ties;

    @Inject
    Scratch scratch;

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

    /** With nothing remembered, and then with what the first answer left behind; always with where the feed stands. */
    @ParameterizedTest
    @CsvSource({
        "organisational-units, 4, 3",
        "organisational-units?count=true, 5, 3",
        "organisational-units?include=parent, 8, 6",
        "history-events, 3, 2",
        "history-events?count=true, 4, 2",
        "history-events?include=units, 7, 5",
        "history-events?sort=title, 3, 2",
        "contact-channels, 4, 2",
        "contact-channels?count=true, 5, 2",
        "contact-channels?include=unit, 8, 5",
        "contact-channels/open-now, 4, 2",
        "help-guides, 3, 2",
        "help-guides?count=true, 4, 2",
        "help-guides?include=contactChannels, 6, 4"
    })
    void aListTakesAsManyStatementsForAHundredEntriesAsForTwo(String list, int cold, int warm) {
        String separator = list.contains("?") ? "&" : "?";
        for (int limit : List.of(2, 100)) {
            String url = list + separator + "limit=" + limit;
            recent.forget();
            assertThat(statements(url)).as("cold, %d", limit).hasSizeLessThanOrEqualTo(cold);
            assertThat(statements(url)).as("warm, %d", limit).hasSizeLessThanOrEqualTo(warm);
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
        recent.forget();
        assertThat(statements(entry)).as("cold").hasSizeLessThanOrEqualTo(cold);
        assertThat(statements(entry)).as("warm").hasSizeLessThanOrEqualTo(warm);
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
    @ValueSource(
            strings = {
                "history-events",
                "history-events?sort=title",
                "history-events/osnivanje-centra-za-zastitu-zrtava-trgovine-ljudima",
                "contact-channels",
                "contact-channels/kontakt-telefon-centra",
                "help-guides",
                "help-guides/potrebna-ti-je-pomoc/steps"
            })
    void onPostgresqlWhatIsRememberedTakesOneStatement(String url) {
        assumeTrue(TestDatabase.isPostgresql());
        statements(url);
        assertThat(statements(url)).hasSize(1).allMatch(sql -> sql.contains(FeedClock.MARK));
    }

    /** Rather than reading everything, finding that the feed has moved, and reading everything again. */
    @Test
    void theFirstAnswerAfterAPublicationLooksOnceMore() {
        String url = "history-events?limit=2&sort=title";
        statements(url);
        List<String> warm = statements(url);
        scratch.publish(Scratch.UNITS, Scratch.slug("broj"), Scratch.unit());
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
            assertThat(asked).as("none goes past the look").allMatch(sql -> sql.contains(FeedClock.MARK));
        }
        return asked;
    }
}
