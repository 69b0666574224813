package org.putokaz.editorial.preview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.Drafting;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.SettableClock;

/** A link shows one revision to whoever has it, as the public would see it, for a while, and nothing else. */
@HttpTest
@TestProfile(Apart.class)
class PreviewLinkTest {

    private static final Map<String, Object> EVENT =
            Map.of("date", "2020-05", "category", "milestone", "title", Map.of("sr-Cyrl", "Преглед пре објаве"));

    @AfterEach
    void letTheClockRun() {
        SettableClock.run();
    }

    private static String begin(String slug) {
        return Drafting.begin("history-events", slug, EVENT).header("Location");
    }

    private static Response link(String entry, int revision, String body) {
        return Drafting.editor().body(body).post(entry + "/revisions/" + revision + "/preview");
    }

    private static String url(String entry) {
        return Drafting.ok(link(entry, 1, "{}")).jsonPath().getString("url");
    }

    @Test
    void itShowsWhatThePublicWouldBeAnswered() {
        String entry = begin("pregled-jednako");
        Response preview = given().get(url(entry) + "?lang=sr-Latn");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(preview.header("ETag")).isNull();
        Map<String, Object> shown = preview.jsonPath().getMap("");
        assertThat(shown).containsEntry("title", "Pregled pre objave");

        Drafting.bringOut(entry);
        Map<String, Object> published = given().get("/api/v1/history-events/pregled-jednako?lang=sr-Latn")
                .jsonPath()
                .getMap("");
        shown.remove("publishedAt");
        published.remove("publishedAt");
        assertThat(shown).isEqualTo(published);
        Drafting.withdraw(entry, "withdrawn");
    }

    @Test
    void itIsMadeWithALocationAndAnEnd() {
        Response made = link(begin("pregled-kraj"), 1, "{\"minutes\": 5}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(made.jsonPath().getString("url"));
        Instant end = Instant.parse(made.jsonPath().getString("expiresAt"));
        assertThat(end).isBetween(Instant.now().plusSeconds(240), Instant.now().plusSeconds(301));
    }

    @Test
    void itStopsWhenItsTimeIsUp() {
        String url = url(begin("pregled-istice"));
        assertThat(given().get(url).statusCode()).isEqualTo(200);
        SettableClock.set(Instant.now().plusSeconds(3601));
        Response ended = given().get(url);
        assertThat(ended.statusCode()).isEqualTo(401);
        assertThat(ended.header("WWW-Authenticate")).isNotBlank();
    }

    @Test
    void nobodyCanMakeOneUpOrTurnItIntoAnother() {
        String url = url(begin("pregled-tudji"));
        String link = url.substring(url.lastIndexOf('/') + 1);
        for (int at = 0; at < link.length(); at += 5) {
            char other = link.charAt(at) == 'A' ? 'B' : 'A';
            String changed = link.substring(0, at) + other + link.substring(at + 1);
            assertThat(given().get("/preview/v1/" + changed).statusCode())
                    .as(changed)
                    .isEqualTo(401);
        }
        for (String made : List.of("x", link + "A", link.substring(1), "A".repeat(59), "A".repeat(2000))) {
            assertThat(given().get("/preview/v1/" + made).statusCode()).as(made).isEqualTo(401);
        }
    }

    @Test
    void itShowsOneRevisionAlsoAfterALaterEdit() {
        String entry = begin("pregled-verzija");
        String url = url(entry);
        Drafting.ok(Drafting.editor()
                .header("If-Match", Drafting.tag(entry))
                .contentType("application/merge-patch+json")
                .body("{\"title\": {\"sr-Cyrl\": \"Касније\"}}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .patch(entry));
        assertThat(given().get(url + "?lang=sr-Cyrl").jsonPath().getString("title"))
                .isEqualTo("Преглед пре објаве");
    }

    @Test
    void whatWasWithdrawnForSafetyIsGoneFromItToo() {
        String entry = begin("pregled-bezbednost");
        String url = url(entry);
        Drafting.bringOut(entry);
        Drafting.withdraw(entry, "safety");
        Response gone = given().get(url);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.asString()).doesNotContain("Преглед", "Pregled pre");
        assertThat(link(entry, 1, "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void aDraftThatNoReaderCouldBeShownHasNoPreview() {
        String entry = Drafting.begin("history-events", "pregled-prazan", Map.of("category", "milestone"))
                .header("Location");
        Response refused = link(entry, 1, "{}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("violations.pointer")).contains("/content/title", "/content/date");
    }

    @Test
    void badRequestsAreRefused() {
        String entry = begin("pregled-los");
        for (String body :
                List.of("{\"minutes\": 0}", "{\"minutes\": 1441}", "{\"minutes\": \"5\"}", "{\"minute\": 5}", "[")) {
            assertThat(link(entry, 1, body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(link(entry, 2, "{}").statusCode()).isEqualTo(404);
        assertThat(given().post(entry + "/revisions/1/preview").statusCode()).isEqualTo(401);
        String url = url(entry);
        assertThat(given().get(url + "?lang=de").statusCode()).isEqualTo(400);
        assertThat(given().get(url + "?x=1").statusCode()).isEqualTo(400);
        assertThat(given().post(url).statusCode()).isEqualTo(405);
    }
}
