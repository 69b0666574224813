package org.putokaz.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.fixture.DatabaseTest;

/** The Center's own history events: one date is a year, one a month, and two are open at the start. */
@DatabaseTest
class TimelineTest {

    private static final String SERVICE = "osnivanje-sluzbe-za-zastitu-zrtava-trgovine-ljudima";
    private static final String REGULATION = "uredba-o-mrezi-ustanova-socijalne-zastite";
    private static final String ANALYSIS = "analiza-potreba-zastite-zrtava-trgovine-ljudima";
    private static final String END = "prestanak-rada-sluzbe-za-zastitu-zrtava-trgovine-ljudima";
    private static final String FOUNDING = "osnivanje-centra-za-zastitu-zrtava-trgovine-ljudima";
    private static final String OPENING = "pocetak-rada-centra-za-zastitu-zrtava-trgovine-ljudima";
    private static final String SHELTER = "pocetak-rada-prihvatilista-za-zrtve-trgovine-ljudima";
    private static final List<String> IN_ORDER =
            List.of(SERVICE, REGULATION, ANALYSIS, END, FOUNDING, OPENING, SHELTER);

    private static JsonPath list(String query) {
        return given().get("/api/v1/history-events?" + query).jsonPath();
    }

    private static List<String> slugs(String query) {
        return list(query).getList("data.slug");
    }

    @Test
    void theTimelineIsInTheOrderInWhichThingsHappened() {
        assertThat(slugs("limit=100")).isEqualTo(IN_ORDER);
        assertThat(slugs("sort=date")).isEqualTo(IN_ORDER);
    }

    @Test
    void aMinusTurnsItRound() {
        List<String> backwards = new ArrayList<>(IN_ORDER);
        Collections.reverse(backwards);
        assertThat(slugs("sort=-date")).isEqualTo(backwards);
    }

    @Test
    void pagesOfTwoGiveTheSameTimeline() {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = list("limit=2" + cursor);
            all.addAll(page.getList("data.slug"));
            cursor = page.getString("page.next") == null ? null : "&cursor=" + page.getString("page.next");
        } while (cursor != null);
        assertThat(all).isEqualTo(IN_ORDER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sr-Cyrl | 2004. | 7. март 2012. | најкасније 12. априла 2012. | 13. април 2012. | 2. јул 2012. | фебруар 2019.",
                "sr-Latn | 2004. | 7. mart 2012. | najkasnije 12. aprila 2012. | 13. april 2012. | 2. jul 2012. | februar 2019.",
                "en | 2004 | 7 March 2012 | on or before 12 April 2012 | 13 April 2012 | 2 July 2012 | February 2019"
            })
    void datesReadAsPeopleSayThem(
            String language,
            String service,
            String regulation,
            String before,
            String founding,
            String opening,
            String shelter) {
        assertThat(list("lang=" + language).getList("data.date.display", String.class))
                .containsExactly(service, regulation, before, before, founding, opening, shelter);
    }

    @Test
    void aDateComesWithItsPrecisionAndItsBounds() {
        JsonPath events = list("lang=en");
        assertThat(events.getList("data.date.precision", String.class))
                .containsExactly("year", "day", "range", "range", "day", "day", "month");
        assertThat(events.getList("data.date.earliest", String.class))
                .containsExactly("2004-01-01", "2012-03-07", null, null, "2012-04-13", "2012-07-02", "2019-02-01");
        assertThat(events.getList("data.date.latest", String.class))
                .containsExactly(
                        "2004-12-31",
                        "2012-03-07",
                        "2012-04-12",
                        "2012-04-12",
                        "2012-04-13",
                        "2012-07-02",
                        "2019-02-28");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to=2003-12-31 | 2 3",
                "to=2004-01-01 | 0 2 3",
                "from=2004-12-31&to=2004-12-31 | 0 2 3",
                "from=2005-01-01&to=2012-03-06 | 2 3",
                "from=2012-04-12&to=2012-04-12 | 2 3",
                "from=2012-04-13&to=2012-04-13 | 4",
                "from=2012-04-13 | 4 5 6",
                "from=2019-02-28 | 6",
                "from=2019-03-01 | ''",
                "from=2019-01-01&to=2019-01-31 | ''",
                "from=2019-02-10&to=2019-02-10 | 6",
                "from=2012-01-01&to=2012-12-31&category=closing | 3"
            })
    void fromAndToKeepWhateverMayHaveHappenedThen(String query, String places) {
        List<String> expected = places.isEmpty()
                ? List.of()
                : List.of(places.split(" ")).stream()
                        .map(place -> IN_ORDER.get(Integer.parseInt(place)))
                        .toList();
        assertThat(slugs(query)).isEqualTo(expected);
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() {
        JsonPath problem = list("from=2012-04-13&to=2012-04-12");
        assertThat(problem.getString("code")).isEqualTo("invalid-parameter");
        assertThat(problem.getString("violations[0].parameter")).isEqualTo("to");
        assertThat(problem.getString("violations[0].code")).isEqualTo("to-before-from");
    }
}
