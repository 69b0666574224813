package org.putokaz.editorial.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.SettableClock;

/** Preview links: each shows one revision as the public API would, without a token, until it expires. */
@HttpTest
@TestProfile(Apart.class)
class PreviewTest {

    private static final String CONTENT =
            "{'date': '2020-05', 'category': 'milestone', 'title': {'sr-Cyrl': 'Преглед пре објаве'}}";

    @AfterEach
    void cleanUp() {
        SettableClock.run();
        EntryClient.withdrawAllPublished();
    }

    private static EntryClient create(String slug) {
        return create(slug, CONTENT);
    }

    private static EntryClient create(String slug, String content) {
        return EntryClient.fromResponse(
                FamilySample.EVENT,
                EntryClient.post(FamilySample.EVENT, "{'slug': '" + slug + "', 'content': " + content + "}"));
    }

    private static Response createLink(EntryClient draft, int revision, String body) {
        return EntryClient.editor()
                .contentType(ContentType.JSON)
                .body(body)
                .post(draft.path() + "/revisions/" + revision + "/preview");
    }

    private static String linkTo(EntryClient draft) {
        Response created = createLink(draft, 1, "{}");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        return created.path("url");
    }

    @Test
    void itShowsWhatThePublicWouldBeAnswered() {
        EntryClient draft = create("pregled-jednako");
        Response preview = given().get(linkTo(draft) + "?lang=sr-Latn");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(preview.header("ETag")).isNull();
        Map<String, Object> shown = preview.jsonPath().getMap("");
        assertThat(shown).containsEntry("title", "Pregled pre objave");

        draft.publish();
        Map<String, Object> published = given().get("/api/v1/history-events/pregled-jednako?lang=sr-Latn")
                .jsonPath()
                .getMap("");
        shown.remove("publishedAt");
        published.remove("publishedAt");
        assertThat(shown).isEqualTo(published);
    }

    @Test
    void itIsMadeWithALocationAndAnEnd() {
        Response created = createLink(create("pregled-kraj"), 1, "{\"minutes\": 5}");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(created.jsonPath().getString("url"));
        Instant end = Instant.parse(created.jsonPath().getString("expiresAt"));
        assertThat(end).isBetween(Instant.now().plusSeconds(240), Instant.now().plusSeconds(301));
    }

    @Test
    void itStopsWhenItsTimeIsUp() {
        String url = linkTo(create("pregled-istice"));
        assertThat(given().get(url).statusCode()).isEqualTo(200);
        SettableClock.set(Instant.now().plusSeconds(3601));
        Response ended = given().get(url);
        assertThat(ended.statusCode()).isEqualTo(401);
        assertThat(ended.header("WWW-Authenticate")).isNotBlank();
    }

    @Test
    void nobodyCanMakeOneUpOrTurnItIntoAnother() {
        String url = linkTo(create("pregled-tudji"));
        String token = url.substring(url.lastIndexOf('/') + 1);
        for (int i = 0; i < token.length(); i += 5) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(given().get("/preview/v1/" + changed).statusCode())
                    .as(changed)
                    .isEqualTo(401);
        }
        for (String forged : List.of("x", token + "A", token.substring(1), "A".repeat(59), "A".repeat(2000))) {
            assertThat(given().get("/preview/v1/" + forged).statusCode())
                    .as(forged)
                    .isEqualTo(401);
        }
    }

    @Test
    void itShowsOneRevisionAlsoAfterALaterEdit() {
        EntryClient draft = create("pregled-verzija");
        String url = linkTo(draft);
        assertThat(draft.patch(EntryClient.MERGE_PATCH, "{'title': {'sr-Cyrl': 'Касније'}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().get(url + "?lang=sr-Cyrl").jsonPath().getString("title"))
                .isEqualTo("Преглед пре објаве");
    }

    @Test
    void whatWasWithdrawnForSafetyIsGoneFromItToo() {
        EntryClient draft = create("pregled-bezbednost");
        String url = linkTo(draft);
        draft.publish().withdraw("safety");
        Response gone = given().get(url);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.asString()).doesNotContain("Преглед", "Pregled pre");
        assertThat(createLink(draft, 1, "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void aDraftThatNoReaderCouldBeShownHasNoPreview() {
        EntryClient draft = create("pregled-prazan", "{'category': 'milestone'}");
        Response refused = createLink(draft, 1, "{}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("violations.pointer")).contains("/content/title", "/content/date");
    }

    @Test
    void badRequestsAreRefused() {
        EntryClient draft = create("pregled-los");
        for (String body :
                List.of("{\"minutes\": 0}", "{\"minutes\": 1441}", "{\"minutes\": \"5\"}", "{\"minute\": 5}", "[")) {
            assertThat(createLink(draft, 1, body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(createLink(draft, 2, "{}").statusCode()).isEqualTo(404);
        assertThat(given().post(draft.path() + "/revisions/1/preview").statusCode())
                .isEqualTo(401);
        String url = linkTo(draft);
        assertThat(given().get(url + "?lang=de").statusCode()).isEqualTo(400);
        assertThat(given().get(url + "?x=1").statusCode()).isEqualTo(400);
        assertThat(given().post(url).statusCode()).isEqualTo(405);
    }
}
