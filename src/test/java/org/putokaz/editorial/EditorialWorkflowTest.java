package org.putokaz.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Await;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** The whole editorial workflow over HTTP, from a draft with a spelling error to a withdrawn and replaced number. */
@HttpTest
@TestProfile(Apart.class)
class EditorialWorkflowTest {

    private static final String CHANNELS = "/editorial/v1/contact-channels";
    private static final String GUIDES = "/editorial/v1/help-guides";
    private static final String SETS = "/editorial/v1/publishing-sets";

    /** An entry as its creation has returned it. */
    private record CreatedEntry(String path, String id, String slug, String tag) {

        static CreatedEntry of(Response created) {
            return new CreatedEntry(
                    created.header("Location"),
                    created.jsonPath().getString("id"),
                    created.jsonPath().getString("slug"),
                    created.header("ETag"));
        }

        String publicPath() {
            return path.replaceFirst("^/editorial/v1", "/api/v1").replace(id, slug);
        }
    }

    @Test
    void aNumberIsWrittenCorrectedApprovedScheduledPublishedChangedAndReplaced() throws InterruptedException {
        CreatedEntry channel = createChannelWithError();
        correctLabel(channel);
        submitAndRequireSecondPerson(channel);
        transition(approver(), channel.path(), "approve");
        CreatedEntry guide = createGuide(channel);
        submitAndApprove(guide);

        publishTogetherInTwoSeconds(guide, channel);
        requireAllLanguages(channel);
        assertThat(publicly(guide.publicPath() + "/steps/pozovi-ujutru").statusCode())
                .isEqualTo(200);

        changeNumber(channel);
        CreatedEntry replacement = createReplacement();
        withdrawInFavourOf(replacement, channel);

        transition(approver(), guide.path(), "withdraw", Map.of("reason", "withdrawn"));
        transition(approver(), replacement.path(), "withdraw", Map.of("reason", "withdrawn"));
    }

    /** The label of the channel has a Latin o in a Cyrillic word. */
    private static CreatedEntry createChannelWithError() {
        Response created = ok(editor().header("Idempotency-Key", "jutro-1")
                .body(Map.of("content", phone("011 2345 678", "Jутарњи телефoн", "Morning line")))
                .post(CHANNELS));
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.jsonPath().getString("publicSees")).isEqualTo("nothing");
        assertThat(created.jsonPath().getBoolean("publishable.ok")).isFalse();
        assertThat(created.jsonPath().getList("publishable.errors.code")).contains("mixed-script");
        assertThat(created.jsonPath().getList("publishable.errors.pointer")).contains("/content/label/sr-Cyrl");
        return CreatedEntry.of(created);
    }

    private static void correctLabel(CreatedEntry channel) {
        Response corrected = patch(channel, channel.tag(), "{\"label\": {\"sr-Cyrl\": \"Јутарњи телефон\"}}");
        assertThat(corrected.jsonPath().getBoolean("publishable.ok"))
                .as(corrected.asString())
                .isTrue();
    }

    private static void submitAndRequireSecondPerson(CreatedEntry entry) {
        transition(editor(), entry.path(), "submit");
        assertThat(editor().header("If-Match", tagOf(entry.path()))
                        .post(entry.path() + "/approve")
                        .statusCode())
                .isEqualTo(403);
    }

    private static CreatedEntry createGuide(CreatedEntry channel) {
        Map<String, Object> step = Map.of(
                "id", "01a20f00-0000-7000-8000-00000000aa01",
                "slug", "pozovi-ujutru",
                "title", Map.of("sr-Cyrl", "Позови", "en", "Call"),
                "body", Map.of("sr-Cyrl", "Број је уз овај корак.", "en", "The number is with this step."),
                "contactChannels", List.of(channel.id()));
        Map<String, Object> content = Map.of(
                "title", Map.of("sr-Cyrl", "Шта ујутру", "en", "What in the morning"),
                "audience", "victim",
                "steps", List.of(step));
        return CreatedEntry.of(ok(editor().body(Map.of("content", content)).post(GUIDES)));
    }

    private static void publishTogetherInTwoSeconds(CreatedEntry guide, CreatedEntry channel)
            throws InterruptedException {
        Map<String, Object> request = Map.of(
                "name",
                "Јутро",
                "members",
                List.of(
                        Map.of("entry", guide.id(), "action", "publish"),
                        Map.of("entry", channel.id(), "action", "publish")));
        Response set = ok(approver().body(request).post(SETS));
        assertThat(set.jsonPath().getBoolean("publishable.ok"))
                .as(set.asString())
                .isTrue();
        Instant at = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        ok(approver()
                .header("If-Match", set.header("ETag"))
                .body(Map.of("at", at.toString()))
                .put(set.header("Location") + "/schedule"));
        assertThat(publicly(channel.publicPath()).statusCode()).isEqualTo(404);
        assertThat(publicly("/api/v1/contact-channels").header("Cache-Control"))
                .matches("(public, max-age=[0-2]|no-cache).*");
        Await.until("the publication", () -> publicly(channel.publicPath()).statusCode() == 200);
        assertThat(Instant.now()).isAfterOrEqualTo(at);
    }

    private static void requireAllLanguages(CreatedEntry channel) {
        assertThat(publicLabel(channel, "sr-Cyrl")).isEqualTo("Јутарњи телефон");
        assertThat(publicLabel(channel, "sr-Latn")).isEqualTo("Jutarnji telefon");
        assertThat(publicLabel(channel, "en")).isEqualTo("Morning line");
    }

    private static void changeNumber(CreatedEntry channel) {
        String tagBefore = publicly(channel.publicPath()).header("ETag");
        Response edited = patch(channel, tagOf(channel.path()), "{\"value\": \"011 2345 679\"}");
        assertThat(edited.jsonPath().getString("publicSees")).isEqualTo("earlier-revision");
        assertThat(publicly(channel.publicPath()).header("ETag")).isEqualTo(tagBefore);
        submitAndApprove(channel);
        transition(
                approver(),
                channel.path(),
                "publish",
                Map.of("importance", "major", "note", Map.of("sr-Cyrl", "Нови број.")));
        assertThat(publicly(channel.publicPath()).header("ETag")).isNotEqualTo(tagBefore);
        assertThat(publicly(channel.publicPath()).jsonPath().getString("e164")).isEqualTo("+381112345679");
    }

    private static CreatedEntry createReplacement() {
        Map<String, Object> request =
                Map.of("slug", "dnevni-telefon", "content", phone("011 2345 670", "Дневни телефон", "Day line"));
        CreatedEntry replacement = CreatedEntry.of(ok(editor().body(request).post(CHANNELS)));
        submitAndApprove(replacement);
        transition(approver(), replacement.path(), "publish");
        return replacement;
    }

    private static void withdrawInFavourOf(CreatedEntry replacement, CreatedEntry channel) {
        transition(
                approver(), channel.path(), "withdraw", Map.of("reason", "replaced", "replacedBy", replacement.id()));
        Response gone = publicly(channel.publicPath());
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.jsonPath().getString("reason")).isEqualTo("replaced");
        assertThat(gone.jsonPath().getString("replacedBy.href")).isEqualTo("/api/v1/contact-channels/dnevni-telefon");
    }

    private static void submitAndApprove(CreatedEntry entry) {
        transition(editor(), entry.path(), "submit");
        transition(approver(), entry.path(), "approve");
    }

    private static void transition(RequestSpecification client, String path, String transition) {
        ok(client.header("If-Match", tagOf(path)).post(path + "/" + transition));
    }

    private static void transition(RequestSpecification client, String path, String transition, Object body) {
        transition(client.body(body), path, transition);
    }

    private static Response patch(CreatedEntry entry, String tag, String body) {
        return ok(editor().header("If-Match", tag)
                .contentType("application/merge-patch+json; charset=utf-8")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .patch(entry.path()));
    }

    private static String tagOf(String path) {
        return ok(editor().get(path)).header("ETag");
    }

    private static Map<String, Object> phone(String number, String cyrillicLabel, String englishLabel) {
        return Map.of(
                "unit",
                Center.CENTER,
                "kind",
                "phone",
                "value",
                number,
                "label",
                Map.of("sr-Cyrl", cyrillicLabel, "en", englishLabel),
                "purposes",
                List.of("victim-support"));
    }

    private static String publicLabel(CreatedEntry channel, String language) {
        return publicly(channel.publicPath() + "?lang=" + language).jsonPath().getString("label");
    }

    private static Response publicly(String path) {
        return given().get(path);
    }

    private static Response ok(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 201);
        return response;
    }

    private static RequestSpecification editor() {
        return as(Role.EDITOR, "Ana");
    }

    private static RequestSpecification approver() {
        return as(Role.APPROVER, "Bora");
    }

    private static RequestSpecification as(Role role, String name) {
        return Tokens.with(Tokens.of(role, name)).contentType(ContentType.JSON).header("Accept-Language", "en");
    }
}
