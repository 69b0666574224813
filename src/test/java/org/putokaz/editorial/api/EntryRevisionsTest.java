package org.putokaz.editorial.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;

/** Revisions: every save is kept, can be compared and can be restored as a draft. */
@HttpTest
@TestProfile(Apart.class)
class EntryRevisionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    @EveryFamilyTest
    void everyStateIsKeptAndListedTheNewestFirst(FamilySample sample) {
        EntryClient draft = EntryClient.create(sample, sample.content());
        String first = draft.get().asString();
        for (int i = 2; i <= 5; i++) {
            draft.put("{'note': 'Пролаз " + i + "', 'content': " + sample.content() + "}");
        }
        List<Integer> numbers = new ArrayList<>();
        Response page = draft.get("/revisions?limit=2");
        numbers.addAll(page.path("data.number"));
        while (page.path("page.next") != null) {
            page = draft.get("/revisions?limit=2&cursor=" + page.path("page.next"));
            numbers.addAll(page.path("data.number"));
        }

        assertThat(numbers).containsExactly(5, 4, 3, 2, 1);
        Response newest = draft.get("/revisions/5");
        assertThat(newest.<String>path("note")).isEqualTo("Пролаз 5");
        assertThat(newest.<String>path("author")).isEqualTo("Proba editor");
        assertThat(newest.<String>path("savedAt")).matches("20..-.*Z");
        assertThat(draft.get("/revisions/1").<Map<String, Object>>path("content"))
                .isEqualTo(io.restassured.path.json.JsonPath.from(first).getMap("content"));
    }

    @EveryFamilyTest
    void whatNeverWasIsNotFound(FamilySample sample) {
        EntryClient draft = EntryClient.create(sample, sample.content());
        for (String number : List.of("2", "0", "01", "-1", "x", "1.0", "999999999", "9999999999999999999999")) {
            assertThat(draft.get("/revisions/" + number).statusCode())
                    .as(number)
                    .isEqualTo(404);
            assertThat(draft.get("/revisions/" + number + "/diff").statusCode())
                    .as(number)
                    .isEqualTo(404);
            assertThat(draft.transition("revisions/" + number + "/restore", "").statusCode())
                    .as(number)
                    .isEqualTo(404);
        }
        assertThat(draft.get("/revisions/1/diff?to=2").statusCode()).isEqualTo(404);
        assertThat(draft.get("/revisions/1/diff?to=0").statusCode()).isEqualTo(400);
        assertThat(draft.get("/revisions/1/diff?to=x").statusCode()).isEqualTo(400);
    }

    private static JsonObject content(EntryClient draft, int number) {
        try (var reader = Json.createReader(new StringReader(
                tree(draft.get("/revisions/" + number)).get("content").toString()))) {
            return reader.readObject();
        }
    }

    private static JsonNode tree(Response response) {
        try {
            return JSON.readTree(response.asByteArray());
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }

    @EveryFamilyTest
    void theDifferenceIsAPatchThatMakesOneOfTheOther(FamilySample sample) {
        EntryClient draft = EntryClient.create(sample, sample.content());
        draft.save("{}");
        draft.save(sample.contentReferencing(FamilySample.uniqueName(), FamilySample.unknownId()));
        draft.patch(
                EntryClient.MERGE_PATCH,
                "{'" + sample.nameField + "': {'en': 'A / ~ b'}, '" + sample.orderField + "': 3}");
        int newest = draft.get().path("revision");

        assertThat(newest).isEqualTo(4);
        for (int from = 1; from <= newest; from++) {
            for (int to = 1; to <= newest; to++) {
                JsonNode diff = tree(draft.get("/revisions/" + from + "/diff?to=" + to));
                JsonStructure patched;
                try (var patch =
                        Json.createReader(new StringReader(diff.get("patch").toString()))) {
                    patched = Json.createPatch(patch.readArray()).apply(content(draft, from));
                }
                assertThat(patched).isEqualTo(content(draft, to));
                assertThat(diff.get("changes").isEmpty()).isEqualTo(from == to);
            }
        }
        assertThat(draft.get("/revisions/4/diff").asString())
                .isEqualTo(draft.get("/revisions/3/diff?to=4").asString());
    }

    @EveryFamilyTest
    void aRevisionIsComparedWithWhatReadersHaveOrElseWithTheOneBefore(FamilySample sample) {
        String name = FamilySample.uniqueName();
        EntryClient draft = EntryClient.create(sample, sample.content(name));
        JsonNode first = tree(draft.get("/revisions/1/diff"));
        assertThat(first.get("from").asInt()).isZero();
        assertThat(first.get("changes"))
                .contains(change("/slug", null, FamilySample.slug(name)))
                .allSatisfy(change -> assertThat(change.get("before").isNull()).isTrue());

        draft.publish();
        draft.save(sample.content(FamilySample.uniqueName()));
        String third = FamilySample.uniqueName();
        draft.save(sample.content(third));
        assertThat(draft.get("/revisions/3/diff").asString())
                .isEqualTo(draft.get("/revisions/1/diff?to=3").asString());
        draft.publish();
        assertThat(draft.get("/revisions/3/diff").asString())
                .isEqualTo(draft.get("/revisions/2/diff?to=3").asString());
        draft.withdraw("error");
        assertThat(draft.get("/revisions/2/diff").asString())
                .isEqualTo(draft.get("/revisions/1/diff?to=2").asString());
    }

    @EveryFamilyTest
    void theDifferenceReadsFieldByField(FamilySample sample) {
        String before = FamilySample.uniqueName();
        EntryClient draft = EntryClient.create(sample, sample.content(before));
        String after = FamilySample.uniqueName();
        draft.patch(EntryClient.MERGE_PATCH, "{'" + sample.nameField + "': {'sr-Cyrl': '" + after + "'}}");
        String slug = FamilySample.slug(FamilySample.uniqueName());
        draft.put("{'slug': '" + slug + "', 'content': "
                + tree(draft.get()).get("content").toString().replace('"', '\'') + "}");

        assertThat(tree(draft.get("/revisions/1/diff?to=3")).get("changes"))
                .containsExactly(
                        change("/slug", FamilySample.slug(before), slug),
                        change("/content/" + sample.nameField + "/sr-Cyrl", before, after));
    }

    private static JsonNode change(String pointer, String before, String after) {
        return JSON.createObjectNode()
                .put("pointer", pointer)
                .put("before", before)
                .put("after", after);
    }

    @EveryFamilyTest
    void anOldRevisionComesBackAsADraftAndPublishesNothing(FamilySample sample) {
        String name = FamilySample.uniqueName();
        EntryClient draft = EntryClient.createPublished(sample, sample.content(name));
        draft.save(sample.content());
        draft.publish();
        String second = draft.get().path("content." + sample.nameField + ".'sr-Cyrl'");
        Object live = draft.get().path("live");

        Response restored = draft.transition("revisions/1/restore", "", EntryClient.editor());

        assertThat(restored.statusCode()).as(restored.asString()).isEqualTo(200);
        assertThat(restored.<Integer>path("revision")).isEqualTo(3);
        assertThat(restored.<String>path("status")).isEqualTo("draft");
        assertThat(restored.<String>path("publicSees")).isEqualTo("earlier-revision");
        assertThat(restored.<String>path("slug")).isEqualTo(FamilySample.slug(name));
        assertThat(restored.<Object>path("live")).isEqualTo(live);
        assertThat(content(draft, 3)).isEqualTo(content(draft, 1));
        assertThat(EntryClient.editor()
                        .get(draft.publicPath() + "?lang=sr-Cyrl")
                        .asString())
                .contains(second)
                .doesNotContain(name);
    }

    @Test
    void aSlugThatSomebodyElseHasTakenMeanwhileIsNotRestored() {
        FamilySample sample = FamilySample.EVENT;
        String slug = FamilySample.slug(FamilySample.uniqueName());
        EntryClient draft = EntryClient.fromResponse(
                sample, EntryClient.post(sample, "{'slug': '" + slug + "', 'content': " + sample.content() + "}"));
        draft.put("{'slug': '" + slug + "-b', 'content': " + sample.content() + "}");
        EntryClient.fromResponse(
                sample, EntryClient.post(sample, "{'slug': '" + slug + "', 'content': " + sample.content() + "}"));
        String tag = draft.tag;

        Response refused = draft.transition("revisions/1/restore", "", EntryClient.editor());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("slug-taken");
        draft.get();
        assertThat(draft.tag).isEqualTo(tag);
    }

    @EveryFamilyTest
    void aNewSlugLeavesTheOldOneAnswering(FamilySample sample) {
        String old = FamilySample.uniqueName();
        EntryClient draft = EntryClient.createPublished(sample, sample.content(old));
        String slug = FamilySample.slug(FamilySample.uniqueName());
        draft.put("{'slug': '" + slug + "', 'content': " + sample.content() + "}");
        assertThat(given().redirects()
                        .follow(false)
                        .get("/api/v1/" + sample.family + "/" + slug)
                        .statusCode())
                .isEqualTo(404);
        draft.publish();

        Response moved =
                given().redirects().follow(false).get("/api/v1/" + sample.family + "/" + FamilySample.slug(old));
        assertThat(moved.statusCode()).isEqualTo(308);
        assertThat(moved.header("Location")).contains(slug);
    }
}
