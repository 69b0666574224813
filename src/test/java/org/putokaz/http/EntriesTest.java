package org.putokaz.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;

/** Single entries of the Center's content. */
@HttpTest
class EntriesTest {

    private static final String STEPS = "/api/v1/help-guides/" + Center.GUIDE_SLUG + "/steps";

    private static Response get(String url) {
        Response response =
                given().redirects().follow(false).urlEncodingEnabled(false).get(url);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response;
    }

    @ParameterizedTest
    @CsvSource({
        "organisational-units, " + Center.CENTER + ", " + Center.CENTER_SLUG,
        "contact-channels, " + Center.PHONE + ", " + Center.PHONE_SLUG,
        "help-guides, " + Center.GUIDE + ", " + Center.GUIDE_SLUG,
        "history-events, 01a20a90-0cbc-7afa-9d16-1aeb1d18c02f, prestanak-rada-sluzbe-za-zastitu-zrtava-trgovine-ljudima"
    })
    void anEntryIsTheSameByItsIdAndByItsSlugAndInItsList(String family, String id, String slug) {
        for (String language : List.of("sr-Cyrl", "sr-Latn", "en")) {
            String list = "/api/v1/" + family;
            Response byId = get(list + "/" + id + "?lang=" + language);
            Response bySlug = get(list + "/" + slug + "?lang=" + language);
            assertThat(byId.asByteArray()).isEqualTo(bySlug.asByteArray());
            String upperCase = list + "/" + id.toUpperCase(Locale.ROOT) + "?lang=" + language;
            assertThat(get(upperCase).asByteArray()).isEqualTo(bySlug.asByteArray());
            // Not in the cache yet.
            assertThat(get(upperCase + "&fields=slug,id").jsonPath().getString("id"))
                    .isEqualTo(id);
            assertThat(byId.header("ETag")).isEqualTo(bySlug.header("ETag"));
            assertThat(byId.jsonPath().getString("id")).isEqualTo(id);
            assertThat(byId.jsonPath().getString("links.self")).isEqualTo(list + "/" + slug);
            assertThat(get(list + "?lang=" + language).jsonPath().getList("data"))
                    .contains(byId.jsonPath().getMap(""));
        }
    }

    @Test
    void aStepIsTheSameByItsIdAndByItsSlugAndAmongTheSteps() {
        List<String> slugs = get(STEPS).jsonPath().getList("data.slug");
        assertThat(slugs).containsExactlyInAnyOrder("sta-raditi", "kome-se-obratiti", "najkraci-put-do-pomoci");
        for (String slug : slugs) {
            Response bySlug = get(STEPS + "/" + slug);
            String id = bySlug.jsonPath().getString("id");
            Response byId = get("/api/v1/help-guides/" + Center.GUIDE + "/steps/" + id);
            assertThat(byId.asByteArray()).isEqualTo(bySlug.asByteArray());
            assertThat(get(STEPS + "/" + id.toUpperCase(Locale.ROOT) + "?fields=slug,id")
                            .jsonPath()
                            .getString("id"))
                    .isEqualTo(id);
            assertThat(get(STEPS).jsonPath().getList("data"))
                    .contains(bySlug.jsonPath().getMap(""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "organisational-units/" + Center.CENTER,
        "contact-channels/" + Center.PHONE,
        "help-guides/" + Center.GUIDE,
        "help-guides/" + Center.GUIDE + "/steps/sta-raditi"
    })
    void onlyTheNamedFieldsAreSent(String entry) {
        assertThat(get("/api/v1/" + entry + "?fields=localisation,id")
                        .jsonPath()
                        .getMap(""))
                .containsOnlyKeys("id", "localisation");
    }

    @Test
    void whatIsIncludedStaysBesideTheNamedFields() {
        assertThat(get("/api/v1/contact-channels/" + Center.PHONE + "?fields=id&include=unit")
                        .jsonPath()
                        .getMap(""))
                .containsOnlyKeys("id", "included");
    }

    @ParameterizedTest
    @CsvSource({
        "organisational-units/" + Center.SHELTER + "?include=parent, organisational-units, " + Center.CENTER,
        "organisational-units/" + Center.CENTER
                + "?include=predecessors, organisational-units, 01a20a8f-fd1c-7ef9-a62a-19e78f552577",
        "organisational-units/01a20a8f-fd1c-7ef9-a62a-19e78f552577?include=successors, organisational-units, "
                + Center.CENTER,
        "contact-channels/" + Center.PHONE + "?include=unit, organisational-units, " + Center.CENTER
    })
    void aRelatedEntryIsSentAlongWhole(String query, String family, String id) {
        assertThat(get("/api/v1/" + query).jsonPath().getList("included." + family))
                .containsExactly(get("/api/v1/" + family + "/" + id).jsonPath().getMap(""));
    }

    @Test
    void aPathThatEndsWithASlashIsAnotherPath() {
        assertThat(RawHttp.get("/api/v1/help-guides/" + Center.GUIDE + "/?lang=en")
                        .text())
                .contains("not-found");
    }
}
