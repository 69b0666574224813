package org.putokaz.editorial;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A morning at the institution, from the first slip of the pen to a number that nobody is sent to any more. */
@DatabaseTest
@TestProfile(Apart.class)
class MorningTest {

    private static final String CHANNELS = "/editorial/v1/contact-channels";
    private static final String GUIDES = "/editorial/v1/help-guides";
    private static final String SETS = "/editorial/v1/publishing-sets";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private static RequestSpecification ana() {
        return Tokens.with(Tokens.of(Role.EDITOR, "Ana"))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en");
    }

    private static RequestSpecification bora() {
        return Tokens.with(Tokens.of(Role.APPROVER, "Bora"))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en");
    }

    private static Response ok(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
        return answer;
    }

    private static Response step(RequestSpecification who, String entry, String transition, Object body) {
        String tag = ok(who.get(entry)).header("ETag");
        return ok(bodyOf(again(who), body).header("If-Match", tag).post(entry + "/" + transition));
    }

    private static RequestSpecification bodyOf(RequestSpecification who, Object body) {
        return body == null ? who : who.body(body);
    }

    private static RequestSpecification again(RequestSpecification who) {
        return given().spec(who);
    }

    private static Response publicly(String path) {
        return given().get(path);
    }

    @Test
    void aNumberIsWrittenMendedApprovedScheduledSeenChangedAndReplaced() throws InterruptedException {
        // A channel with a Latin o in its name.
        Response written = ok(ana().header("Idempotency-Key", "jutro-1")
                .body(Map.of(
                        "content",
                        Map.of(
                                "unit",
                                Center.CENTER,
                                "kind",
                                "phone",
                                "value",
                                "011 2345 678",
                                "label",
                                Map.of("sr-Cyrl", "Jутарњи телефoн", "en", "Morning line"),
                                "purposes",
                                List.of("victim-support"))))
                .post(CHANNELS));
        String channel = written.header("Location");
        assertThat(written.statusCode()).isEqualTo(201);
        assertThat(written.jsonPath().getString("publicSees")).isEqualTo("nothing");
        assertThat(written.jsonPath().getBoolean("publishable.ok")).isFalse();
        assertThat(written.jsonPath().getList("publishable.errors.code")).contains("mixed-script");
        assertThat(written.jsonPath().getList("publishable.errors.pointer")).contains("/content/label/sr-Cyrl");

        // Mended.
        Response mended = ok(ana().header("If-Match", written.header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"label\": {\"sr-Cyrl\": \"Јутарњи телефон\"}}".getBytes(StandardCharsets.UTF_8))
                .patch(channel));
        assertThat(mended.jsonPath().getBoolean("publishable.ok"))
                .as(mended.asString())
                .isTrue();
        String slug = mended.jsonPath().getString("slug");
        String address = "/api/v1/contact-channels/" + slug;

        // Her own approval is not enough; somebody else's is.
        step(ana(), channel, "submit", null);
        String tag = ok(ana().get(channel)).header("ETag");
        assertThat(ana().header("If-Match", tag).post(channel + "/approve").statusCode())
                .isEqualTo(403);
        step(bora(), channel, "approve", null);

        // A guide that sends people to it.
        Response guide = ok(ana().body(Map.of(
                        "content",
                        Map.of(
                                "title", Map.of("sr-Cyrl", "Шта ујутру", "en", "What in the morning"),
                                "audience", "victim",
                                "steps",
                                        List.of(Map.of(
                                                "id", "01a20f00-0000-7000-8000-00000000aa01",
                                                "slug", "pozovi-ujutru",
                                                "title", Map.of("sr-Cyrl", "Позови", "en", "Call"),
                                                "body",
                                                        Map.of(
                                                                "sr-Cyrl",
                                                                "Број је уз овај корак.",
                                                                "en",
                                                                "The number is with this step."),
                                                "contactChannels",
                                                        List.of(mended.jsonPath()
                                                                .getString("id")))))))
                .post(GUIDES));
        String guidePath = guide.header("Location");
        step(ana(), guidePath, "submit", null);
        step(bora(), guidePath, "approve", null);

        // Both in one set, two seconds from now.
        Response set = ok(bora().body(Map.of(
                        "name",
                        "Јутро",
                        "members",
                        List.of(
                                Map.of("entry", guide.jsonPath().getString("id"), "action", "publish"),
                                Map.of("entry", mended.jsonPath().getString("id"), "action", "publish"))))
                .post(SETS));
        String setPath = set.header("Location");
        assertThat(set.jsonPath().getBoolean("publishable.ok"))
                .as(set.asString())
                .isTrue();
        Instant at = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        ok(bora().header("If-Match", set.header("ETag"))
                .body(Map.of("at", at.toString()))
                .put(setPath + "/schedule"));
        assertThat(publicly(address).statusCode()).isEqualTo(404);
        assertThat(publicly("/api/v1/contact-channels").header("Cache-Control"))
                .matches("(public, max-age=[0-2]|no-cache).*");

        // It appears, in all three written forms.
        waitFor(address);
        assertThat(Instant.now()).isAfterOrEqualTo(at);
        assertThat(label(address, "sr-Cyrl")).isEqualTo("Јутарњи телефон");
        assertThat(label(address, "sr-Latn")).isEqualTo("Jutarnji telefon");
        assertThat(label(address, "en")).isEqualTo("Morning line");
        assertThat(publicly("/api/v1/help-guides/" + guide.jsonPath().getString("slug") + "/steps/pozovi-ujutru")
                        .statusCode())
                .isEqualTo(200);
        String before = publicly(address).header("ETag");

        // Another number, which partners must act on.
        Response edited = ok(ana().header("If-Match", ok(ana().get(channel)).header("ETag"))
                .contentType("application/merge-patch+json")
                .body("{\"value\": \"011 2345 679\"}")
                .patch(channel));
        assertThat(edited.jsonPath().getString("publicSees")).isEqualTo("earlier-revision");
        assertThat(publicly(address).header("ETag")).isEqualTo(before);
        step(ana(), channel, "submit", null);
        step(bora(), channel, "approve", null);
        step(bora(), channel, "publish", Map.of("importance", "major", "note", Map.of("sr-Cyrl", "Нови број.")));
        assertThat(publicly(address).header("ETag")).isNotEqualTo(before);
        assertThat(publicly(address).jsonPath().getString("e164")).isEqualTo("+381112345679");

        // The one that takes its place, and the old one withdrawn.
        Response next = ok(ana().body(Map.of(
                        "slug",
                        "dnevni-telefon",
                        "content",
                        Map.of(
                                "unit",
                                Center.CENTER,
                                "kind",
                                "phone",
                                "value",
                                "011 2345 670",
                                "label",
                                Map.of("sr-Cyrl", "Дневни телефон", "en", "Day line"),
                                "purposes",
                                List.of("victim-support"))))
                .post(CHANNELS));
        step(ana(), next.header("Location"), "submit", null);
        step(bora(), next.header("Location"), "approve", null);
        step(bora(), next.header("Location"), "publish", null);
        step(
                bora(),
                channel,
                "withdraw",
                Map.of("reason", "replaced", "replacedBy", next.jsonPath().getString("id")));
        Response gone = publicly(address);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.jsonPath().getString("reason")).isEqualTo("replaced");
        assertThat(gone.jsonPath().getString("replacedBy.href")).isEqualTo("/api/v1/contact-channels/dnevni-telefon");

        // As it was before the morning.
        step(bora(), guidePath, "withdraw", Map.of("reason", "withdrawn"));
        step(bora(), next.header("Location"), "withdraw", Map.of("reason", "withdrawn"));
    }

    private static String label(String address, String language) {
        return publicly(address + "?lang=" + language).jsonPath().getString("label");
    }

    private static void waitFor(String address) throws InterruptedException {
        Instant end = Instant.now().plus(LONG_ENOUGH);
        while (publicly(address).statusCode() != 200) {
            assertThat(Instant.now()).as("it was never published").isBefore(end);
            Thread.onSpinWait();
        }
    }
}
