package org.putokaz.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;

/** Lists of the Center's content: order, filters, paging, fields, inclusions, totals. */
@DatabaseTest
class ListsTest {

    private static final String UNITS = "/api/v1/organisational-units";
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("centar-za-zastitu-zrtava-trgovine-ljudima", "center"),
            Map.entry("sluzba-za-koordinaciju-zastite-zrtava-trgovine-ljudima", "coordination"),
            Map.entry("prihvatiliste-za-zrtve-trgovine-ljudima", "shelter"),
            Map.entry("sluzba-za-zastitu-zrtava-trgovine-ljudima", "former"),
            Map.entry("osnivanje-sluzbe-za-zastitu-zrtava-trgovine-ljudima", "2004"),
            Map.entry("uredba-o-mrezi-ustanova-socijalne-zastite", "decree"),
            Map.entry("analiza-potreba-zastite-zrtava-trgovine-ljudima", "analysis"),
            Map.entry("prestanak-rada-sluzbe-za-zastitu-zrtava-trgovine-ljudima", "end"),
            Map.entry("osnivanje-centra-za-zastitu-zrtava-trgovine-ljudima", "founded"),
            Map.entry("pocetak-rada-centra-za-zastitu-zrtava-trgovine-ljudima", "began"),
            Map.entry("pocetak-rada-prihvatilista-za-zrtve-trgovine-ljudima", "2019"),
            Map.entry("kontakt-telefon-centra", "phone"),
            Map.entry("imejl-centra", "email"),
            Map.entry("potrebna-ti-je-pomoc", "guide"));

    private static JsonPath get(String url) {
        var response = given().urlEncodingEnabled(false).get(url);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    private static List<String> shown(String url) {
        return get(url).<String>getList("data.slug").stream().map(SHORT::get).toList();
    }

    private static List<String> words(String expected) {
        return expected == null ? List.of() : List.of(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "lang=en, center coordination shelter former",
        "sort=sortOrder, center coordination shelter former",
        "sort=-sortOrder, former shelter coordination center",
        "sort=name&lang=en, center coordination former shelter",
        "sort=-name&lang=en, shelter former coordination center",
        "sort=name&lang=sr-Cyrl, shelter former coordination center",
        "sort=name&lang=sr-Latn, center shelter coordination former",
        "kind=service, coordination former",
        "kind=shelter, shelter",
        "kind=office,",
        "parent=" + Center.CENTER + ", coordination shelter",
        "parent=" + Center.SHELTER + ",",
        "status=active, center coordination shelter",
        "status=dissolved, former",
        "kind=service&status=active, coordination",
        "kind=service&status=active&parent=" + Center.SHELTER + ",",
        "language=en,",
        "language=*,",
        "slug=" + Center.CENTER_SLUG + ", center",
        "ids=" + Center.SHELTER + "%2C" + Center.CENTER + ", center shelter"
    })
    void units(String query, String expected) {
        assertThat(shown(UNITS + "?" + query)).isEqualTo(words(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "lang=en, 2004 decree analysis end founded began 2019",
        "sort=date, 2004 decree analysis end founded began 2019",
        "sort=-date, 2019 began founded end analysis decree 2004",
        "sort=title&lang=sr-Latn, analysis founded 2004 began 2019 end decree",
        "category=opening, began 2019",
        "category=founding, 2004 founded",
        "category=closing, end",
        "unit=" + Center.SHELTER + ", 2019",
        "from=2012-04-13, founded began 2019",
        "from=2019-02-28, 2019",
        "from=2019-03-01,",
        "to=2004-06-01, 2004 analysis end",
        "from=2012-04-13&to=2012-07-02, founded began",
        "from=2012-04-13&to=2012-07-02&category=opening, began",
        "from=2012-05&to=2012-07, began",
        "from=2012-07, began 2019",
        "from=2013, 2019",
        "to=2004, 2004 analysis end"
    })
    void events(String query, String expected) {
        assertThat(shown("/api/v1/history-events?" + query)).isEqualTo(words(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "lang=en, phone email",
        "sort=rank, phone email",
        "sort=-rank, email phone",
        "sort=label&lang=sr-Cyrl, email phone",
        "sort=label&lang=en, phone email",
        "kind=phone, phone",
        "kind=sms,",
        "purpose=victim-support, phone email",
        "purpose=press,",
        "audience=victim, phone email",
        "audience=business, phone email",
        "language=sr,",
        "tollFree=true,",
        "tollFree=false,",
        "anonymous=true,",
        "emergency=true,",
        "status=available, phone email",
        "status=upcoming,",
        "status=ended,",
        "status=all, phone email",
        "unit=" + Center.CENTER + ", phone email",
        "unit=" + Center.SHELTER + ",",
        "kind=email&purpose=general&unit=" + Center.CENTER + ", email"
    })
    void channels(String query, String expected) {
        assertThat(shown("/api/v1/contact-channels?" + query)).isEqualTo(words(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "lang=en, phone email",
        "kind=phone, phone",
        "purpose=press,",
        "unit=" + Center.SHELTER + ",",
        "limit=1, phone"
    })
    void channelStates(String query, String expected) {
        List<String> slugs = get("/api/v1/contact-channels/open-now?" + query).getList("data.channel.slug");
        assertThat(slugs.stream().map(SHORT::get)).isEqualTo(words(expected));
    }

    @Test
    void aChannelWithoutHoursIsNeitherOpenNorClosed() {
        assertThat(get("/api/v1/contact-channels/open-now").getList("data.openNow"))
                .containsExactly(null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "lang=en, guide",
        "sort=-title, guide",
        "audience=victim, guide",
        "audience=witness,",
        "contactChannel=" + Center.PHONE + ", guide",
        "contactChannel=" + Center.SHELTER + ","
    })
    void guides(String query, String expected) {
        assertThat(shown("/api/v1/help-guides?" + query)).isEqualTo(words(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "organisational-units?count=true, 4",
        "organisational-units?count=true&limit=1, 4",
        "organisational-units?count=true&kind=service, 2",
        "organisational-units?count=true&kind=office, 0",
        "organisational-units?count=true&sort=name&lang=en, 4",
        "history-events?count=true&category=opening, 2",
        "contact-channels?count=true, 2",
        "contact-channels/open-now?count=true&kind=phone, 1",
        "help-guides?count=true, 1"
    })
    void theTotalIsSaidWhenAskedFor(String query, int total) {
        assertThat(get("/api/v1/" + query).getInt("page.total")).isEqualTo(total);
        assertThat(get("/api/v1/" + query.replace("count=true", "count=false")).getString("page.total"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sortOrder", "-sortOrder", "name", "-name", "publishedAt", "-publishedAt"})
    void allPagesTogetherAreTheWholeListOnce(String sort) {
        String list = UNITS + "?lang=sr-Latn&sort=" + sort;
        List<String> paged = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = get(list + "&limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            paged.addAll(page.getList("data.slug"));
            cursor = page.getString("page.next");
        }
        assertThat(paged).hasSize(4).isEqualTo(get(list).getList("data.slug"));
    }

    @Test
    void theNextPageIsLinkedAndTheLastHasNone() {
        var first = given().get("/api/v1/history-events?limit=4&lang=en");
        String next = first.jsonPath().getString("page.next");
        assertThat(first.header("Link"))
                .startsWith("</api/v1/history-events?limit=4&lang=en&cursor=" + next + ">; rel=\"next\"");
        var last = given().get("/api/v1/history-events?limit=4&lang=en&cursor=" + next);
        assertThat(last.jsonPath().getList("data")).hasSize(3);
        assertThat(last.header("Link")).doesNotContain("rel=\"next\"");
    }

    @Test
    void aPageHoldsTwentyUnlessSaidOtherwise() {
        assertThat(get(UNITS).getInt("page.limit")).isEqualTo(20);
        assertThat(get(UNITS + "?limit=7").getInt("page.limit")).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "organisational-units, 'id,name'",
        "history-events, 'date'",
        "contact-channels, 'uri,localisation'",
        "help-guides, 'steps'"
    })
    void onlyTheNamedFieldsAreSent(String family, String fields) {
        List<Map<String, Object>> whole = get("/api/v1/" + family).getList("data");
        List<Map<String, Object>> sparse =
                get("/api/v1/" + family + "?fields=" + fields).getList("data");
        assertThat(sparse).hasSameSizeAs(whole);
        for (int i = 0; i < whole.size(); i++) {
            whole.get(i).keySet().retainAll(List.of(fields.split(",")));
            assertThat(sparse.get(i)).isEqualTo(whole.get(i));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "organisational-units?include=parent, organisational-units, center",
        "organisational-units?kind=service&include=parent, organisational-units, center",
        "organisational-units?kind=institution&include=predecessors, organisational-units, former",
        "organisational-units?status=dissolved&include=successors, organisational-units, center",
        "organisational-units?include=parent&fields=id, organisational-units, center",
        "history-events?category=opening&include=units, organisational-units, center shelter",
        "contact-channels?include=unit, organisational-units, center",
        "help-guides?include=contactChannels, contact-channels, phone"
    })
    void relatedEntriesAreSentAlongEachOnce(String query, String family, String expected) {
        List<String> slugs = get("/api/v1/" + query).getList("included." + family + ".slug");
        assertThat(slugs.stream().map(SHORT::get)).containsAll(words(expected)).doesNotHaveDuplicates();
        assertThat(get("/api/v1/" + query.replaceAll("include=[^&]*", "lang=en"))
                        .getMap(""))
                .doesNotContainKey("included");
    }

    @Test
    void severalRelationsCanBeAskedFor() {
        List<String> slugs =
                get(UNITS + "?include=parent,successors,predecessors").getList("included.organisational-units.slug");
        assertThat(slugs.stream().map(SHORT::get)).containsExactlyInAnyOrder("center", "former");
    }
}
