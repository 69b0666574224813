package org.putokaz.live.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

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
import org.putokaz.fixture.OnPostgresql;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.TestDatabase;
import org.putokaz.fixture.Ties;
import org.putokaz.fixture.Watched;
import org.putokaz.fixture.WatchedDriver;

/** Number of statements for a response, which does not grow with the number of entries in it. */
@DatabaseTest
@TestProfile(Watched.class)
class StatementCountTest {

    @Inject
    FeedVersionRepository versions;

    @Inject
    ScheduledChanges scheduledChanges;

    @Inject
    Ties ties;

    @Inject
    ScratchEntries scratch;

    @BeforeEach
    void many() {
        ties.fill();
        // The first response after a publication finds another feed version, and costs more.
        given().get("/api/v1/history-events").then().statusCode(200);
    }

    @AfterEach
    void clear() {
        scratch.withdrawAll();
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
    void anEntryTakesOneStatementWhenItIsCachedAndThreeWhenNot(String entry, int cold, int warm) {
        assertCost(entry, cold, warm);
    }

    private void assertCost(String url, int cold, int warm) {
        scratch.clearEntryCache();
        assertThat(statements(url)).as("cold, %s", url).hasSizeLessThanOrEqualTo(cold);
        assertThat(statements(url)).as("warm, %s", url).hasSizeLessThanOrEqualTo(warm);
    }

    /** Also without a publication: a response says for how long it holds. */
    @Test
    void theVersionIsLoadedAgainAfterAChangeWasScheduledOrCancelled() {
        String url = "history-events?limit=4";
        statements(url);
        UUID id = Publishing.newId();
        Instant at = Instant.now().plusSeconds(20);
        try {
            QuarkusTransaction.requiringNew().run(() -> scheduledChanges.schedule(id, at));
            assertThat(versions.lastKnownVersion().nextScheduledChange()).isEqualTo(at.truncatedTo(ChronoUnit.MILLIS));
        } finally {
            QuarkusTransaction.requiringNew().run(() -> scheduledChanges.cancel(id));
        }
        assertThat(versions.lastKnownVersion().nextScheduledChange()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2001-01-01, 4", "1990-01-01, 4"})
    void aTreeOfTenThousandUnitsTakesAsManyStatementsAsOneOfNone(String day, int limit) {
        String tree = "organisational-units/tree?asOf=" + day;
        assertThat(statements(tree)).hasSizeLessThanOrEqualTo(limit + Ties.MANY / 1000);
        assertThat(statements(tree)).hasSizeLessThanOrEqualTo(limit);
    }

    /** On PostgreSQL lists return the stamp too, so that no statement is needed for it. */
    @OnPostgresql
    @ParameterizedTest
    @CsvSource({
        "history-events, 1",
        "history-events?sort=title, 1",
        "history-events/osnivanje-centra-za-zastitu-zrtava-trgovine-ljudima, 1",
        // The second one is for the day on which the next channel begins or ends.
        "contact-channels, 2",
        "contact-channels/kontakt-telefon-centra, 1",
        "help-guides, 1",
        "help-guides/potrebna-ti-je-pomoc/steps, 1"
    })
    void onPostgresqlEveryStatementReturnsTheStamp(String url, int limit) {
        statements(url);
        assertThat(statements(url)).hasSize(limit).allMatch(sql -> sql.contains(FeedVersionRepository.STAMP_SQL));
    }

    /** It loads the new version first, instead of reading everything with the old one and again. */
    @Test
    void theFirstResponseAfterAPublicationTakesOneStatementMore() {
        String url = "history-events?limit=2&sort=title";
        statements(url);
        List<String> warm = statements(url);
        scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("broj"), ScratchEntries.unit());
        assertThat(statements(url)).hasSize(warm.size() + 1);
        assertThat(statements(url)).hasSameSizeAs(warm);
    }

    private static List<String> statements(String url) {
        List<String> statements =
                WatchedDriver.during(() -> given().urlEncodingEnabled(false)
                                .get("/api/v1/" + url)
                                .then()
                                .statusCode(200))
                        .stream()
                        .map(WatchedDriver.ExecutedStatement::sql)
                        // Background threads run statements too.
                        .filter(sql -> !sql.contains("live.feed fe1_0")
                                && !sql.matches("(?s).*(webhook|editorial|security)\\..*"))
                        .toList();
        if (TestDatabase.isPostgresql()) {
            assertThat(statements)
                    .as("all of them within a consistent read")
                    .allMatch(sql -> sql.contains(FeedVersionRepository.STAMP_SQL));
        }
        return statements;
    }
}
