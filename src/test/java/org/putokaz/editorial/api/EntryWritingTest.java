package org.putokaz.editorial.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Creation and saving of drafts in every family, with {@code If-Match} and {@code Idempotency-Key}. */
@HttpTest
@TestProfile(Apart.class)
class EntryWritingTest {

    private static final int CONCURRENT_REQUESTS = 20;

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    @EveryFamilyTest
    void aNewEntryIsADraftAtItsOwnAddress(FamilySample sample) {
        String name = FamilySample.uniqueName();
        Response created = EntryClient.post(sample, EntryClient.contentBody(sample.content(name)));

        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(EntryClient.BASE + sample.family + "/" + created.path("id"));
        assertThat(created.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(created.<String>path("status")).isEqualTo("draft");
        assertThat(created.<String>path("publicSees")).isEqualTo("nothing");
        assertThat(created.<Integer>path("revision")).isEqualTo(1);
        assertThat(created.<Object>path("live")).isNull();
        assertThat(created.<String>path("slug")).isEqualTo(FamilySample.slug(name));
        assertThat(created.<List<Object>>path("publishable.errors")).isEmpty();
        Response got = EntryClient.editor().get(created.header("Location"));
        assertThat(got.asString()).isEqualTo(created.asString());
        assertThat(got.header("ETag")).isEqualTo(created.header("ETag")).matches("\"[^\"]+\"");
        assertThat(Tokens.asAdmin()
                        .get("/api/v1/" + sample.family + "/" + created.path("id"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aServiceOrStepWithoutIdAndSlugGetsThemAndKeepsThem() {
        String unit = FamilySample.unitOffering(FamilySample.uniqueName(), "{'name': {'sr-Cyrl': 'Правна помоћ'}}");
        EntryClient offering = EntryClient.create(FamilySample.UNIT, unit);
        String id = offering.get().path("content.services[0].id");
        assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-7.*");
        assertThat(offering.get().<String>path("content.services[0].slug")).isEqualTo("pravna-pomoc");
        offering.save(unit);
        assertThat(offering.get().<Integer>path("revision")).isEqualTo(1);
        offering.save(unit.replace("'name': {'sr-Cyrl': 'Правна", "'id': '" + id + "', 'name': {'sr-Cyrl': 'Стручна"));
        assertThat(offering.get().<String>path("content.services[0].slug")).isEqualTo("pravna-pomoc");
        offering.publish();

        EntryClient guide = EntryClient.create(
                FamilySample.GUIDE,
                FamilySample.GUIDE.content(FamilySample.uniqueName()).replaceFirst("'id': .*?, 'slug': .*?, ", ""));
        assertThat(guide.get().<String>path("content.steps[0].slug")).isEqualTo("korak");
        assertThat(guide.get().<List<String>>path("publishable.errors")).isEmpty();
    }

    @EveryFamilyTest
    void aSlugIsTheOneAskedForOrOneThatIsFree(FamilySample sample) {
        String name = FamilySample.uniqueName();
        String requested = FamilySample.slug(FamilySample.uniqueName());
        Response first = EntryClient.post(sample, EntryClient.contentBody(sample.content(name)));
        Response second = EntryClient.post(sample, EntryClient.contentBody(sample.content(name)));
        Response third =
                EntryClient.post(sample, "{'slug': '" + requested + "', 'content': " + sample.content(name) + "}");

        assertThat(first.<String>path("slug")).isEqualTo(FamilySample.slug(name));
        assertThat(second.<String>path("slug"))
                .isEqualTo(
                        FamilySample.slug(name) + (sample == FamilySample.CHANNEL ? "-" + Center.CENTER_SLUG : "-2"));
        assertThat(third.<String>path("slug")).isEqualTo(requested);
        EntryClient kept = EntryClient.fromResponse(sample, third);
        assertThat(kept.put(EntryClient.contentBody(sample.content())).<String>path("slug"))
                .isEqualTo(requested);
    }

    @EveryFamilyTest
    void aDerivedSlugFollowsTheNameUntilItIsPublished(FamilySample sample) {
        String first = FamilySample.uniqueName();
        String second = FamilySample.uniqueName();
        EntryClient entry = EntryClient.create(sample, sample.content(first));

        entry.save(sample.content(second));
        assertThat(entry.get().<String>path("slug")).isEqualTo(FamilySample.slug(second));
        Response sentBack = entry.put("{'slug': '" + FamilySample.slug(second) + "', 'content': "
                + sample.content(FamilySample.uniqueName()) + "}");
        assertThat(sentBack.<String>path("slug")).as("asked for").isEqualTo(FamilySample.slug(second));
        entry.patch(EntryClient.MERGE_PATCH, "{'" + sample.nameField + "': {'sr-Cyrl': '" + first + "'}}");
        assertThat(entry.get().<String>path("slug")).isEqualTo(FamilySample.slug(first));
        entry.patch(EntryClient.MERGE_PATCH, "{'" + sample.nameField + "': {'sr-Cyrl': '€'}}");
        assertThat(entry.get().<String>path("slug")).as("no name to follow").isEqualTo(FamilySample.slug(first));
        entry.save(sample.content(first));
        entry.publish();
        entry.save(sample.content(FamilySample.uniqueName()));

        assertThat(entry.get().<String>path("slug")).isEqualTo(FamilySample.slug(first));
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENT", "CHANNEL"})
    void howeverManyEntriesHaveOneNameEachGetsASlug(FamilySample sample) {
        String name = FamilySample.uniqueName();
        String content = EntryClient.contentBody(sample.content(name));
        List<String> slugs = IntStream.range(0, 23)
                .mapToObj(i -> EntryClient.post(sample, content).<String>path("slug"))
                .toList();

        boolean withUnit = sample == FamilySample.CHANNEL;
        String stem = FamilySample.slug(name) + (withUnit ? "-" + Center.CENTER_SLUG : "");
        assertThat(slugs).doesNotHaveDuplicates().startsWith(FamilySample.slug(name));
        assertThat(slugs).endsWith(withUnit ? stem + "-22" : stem + "-23");
    }

    /** The slug of a confidential unit can name its place, and is removed in an emergency; no other slug holds it. */
    @Test
    void aDerivedSlugHoldsThatOfNoConfidentialUnitAndOfNoDraft() {
        EntryClient draftUnit = EntryClient.create(FamilySample.UNIT, FamilySample.UNIT.content());
        for (String unit : List.of(Center.SHELTER, draftUnit.id, FamilySample.unknownId())) {
            String name = FamilySample.uniqueName();
            String body = EntryClient.contentBody(FamilySample.CHANNEL.contentReferencing(name, unit));
            EntryClient.post(FamilySample.CHANNEL, body);
            assertThat(EntryClient.post(FamilySample.CHANNEL, body).<String>path("slug"))
                    .isEqualTo(FamilySample.slug(name) + "-2");
        }
    }

    @EveryFamilyTest
    void anEmptyDraftIsKeptAndSaysAllThatItLacks(FamilySample sample) {
        Response created = EntryClient.post(sample, EntryClient.contentBody("{}"));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.<Object>path("slug")).isNull();
        assertThat(created.<Boolean>path("publishable.ok")).isFalse();
        assertThat(created.<List<String>>path("publishable.errors.pointer"))
                .contains("/slug", "/content/" + sample.nameField);
        assertThat(created.<List<String>>path("publishable.errors.code")).contains("required");
    }

    @EveryFamilyTest
    void aSaveIsARevisionAndOneThatChangesNothingIsNone(FamilySample sample) {
        EntryClient draft = EntryClient.create(sample, sample.content());
        String content = sample.content();
        String before = draft.tag;
        Response saved = draft.put("{'note': 'Зашто', 'content': " + content + "}");
        String after = draft.tag;
        Response same = draft.put("{'note': 'Ништа', 'content': " + content + "}");

        assertThat(saved.<Integer>path("revision")).isEqualTo(2);
        assertThat(saved.<String>path("note")).isEqualTo("Зашто");
        assertThat(after).isNotEqualTo(before);
        assertThat(same.<Integer>path("revision")).isEqualTo(2);
        assertThat(draft.tag).isEqualTo(after);
    }

    @EveryFamilyTest
    void aMergePatchChangesWhatItNames(FamilySample sample) {
        EntryClient draft = EntryClient.create(sample, sample.content());
        String name = FamilySample.uniqueName();
        Response patched = draft.patch(
                EntryClient.MERGE_PATCH, "{'" + sample.nameField + "': {'en': 'Trial', 'sr-Cyrl': '" + name + "'}}");
        Response less = draft.patch(
                EntryClient.MERGE_PATCH, "{'" + sample.nameField + "': {'en': null}, '" + sample.orderField + "': 7}");

        assertThat(patched.<String>path("content." + sample.nameField + ".en")).isEqualTo("Trial");
        assertThat(less.<String>path("content." + sample.nameField + ".en")).isNull();
        assertThat(less.<String>path("content." + sample.nameField + ".'sr-Cyrl'"))
                .isEqualTo(name);
        assertThat(less.<Integer>path("content." + sample.orderField)).isEqualTo(7);
        assertThat(less.<Integer>path("revision")).isEqualTo(3);
    }

    @EveryFamilyTest
    void aMergePatchMayHaveTheShapeOfASave(FamilySample sample) {
        EntryClient draft = EntryClient.create(sample, sample.content());
        String slug = FamilySample.slug(FamilySample.uniqueName());
        Response patched = draft.patch(
                EntryClient.MERGE_PATCH,
                "{'slug': '" + slug + "', 'note': 'Редослед', 'content': {'" + sample.orderField + "': 7}}");
        assertThat(patched.statusCode()).as(patched.asString()).isEqualTo(200);
        assertThat(patched.<String>path("slug")).isEqualTo(slug);
        assertThat(patched.<String>path("note")).isEqualTo("Редослед");
        assertThat(patched.<Integer>path("content." + sample.orderField)).isEqualTo(7);
        assertThat(patched.<Object>path("content." + sample.nameField)).isNotNull();

        Response less = draft.patch(EntryClient.MERGE_PATCH, "{'content': {'" + sample.orderField + "': null}}");
        assertThat(less.<Integer>path("content." + sample.orderField)).isNotEqualTo(7);
        assertThat(less.<String>path("slug")).isEqualTo(slug);
    }

    @Test
    void aMergePatchOfBothShapesIsRefusedWithWhatToWrite() {
        FamilySample sample = FamilySample.EVENT;
        EntryClient draft = EntryClient.create(sample, sample.content());
        Response refused =
                draft.patch(EntryClient.MERGE_PATCH, "{'content': {}, 'sortOrder': 7, 'slug': 'a', 'title': null}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<List<String>>path("violations.pointer")).containsExactly("/sortOrder", "/title");
        assertThat(refused.<List<String>>path("violations.code")).containsOnly("ambiguous-patch");
        assertThat(refused.<String>path("violations[0].message")).contains("sortOrder", "„slug“ и „note“");
        for (String content : List.of("null", "[]", "'а'")) {
            Response wrong = draft.patch(EntryClient.MERGE_PATCH, "{'content': " + content + "}");
            assertThat(wrong.statusCode()).as(content).isEqualTo(400);
            assertThat(wrong.<String>path("violations[0].pointer")).isEqualTo("/content");
        }
        assertThat(draft.get().<Integer>path("revision")).isEqualTo(1);
    }

    @EveryFamilyTest
    void aJsonPatchIsDoneWholeOrNotAtAll(FamilySample sample) {
        EntryClient draft = EntryClient.create(sample, sample.content());
        String order = "{'op': 'replace', 'path': '/" + sample.orderField + "', 'value': 5}";
        Response patched = draft.patch(EntryClient.JSON_PATCH, "[" + order + "]");
        assertThat(patched.<Integer>path("content." + sample.orderField)).isEqualTo(5);

        String tag = draft.tag;
        String more = "{'op': 'replace', 'path': '/" + sample.orderField + "', 'value': 6}";
        for (String failing : List.of(
                "{'op': 'remove', 'path': '/nothing/here'}",
                "{'op': 'test', 'path': '/" + sample.orderField + "', 'value': 5}",
                "{'op': 'move', 'from': '/nothing', 'path': '/" + sample.nameField + "'}")) {
            Response refused = draft.patch(EntryClient.JSON_PATCH, "[" + more + "," + failing + "]");
            assertThat(refused.statusCode()).as(failing).isEqualTo(409);
            assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/1");
        }
        assertThat(draft.get().<Integer>path("content." + sample.orderField)).isEqualTo(5);
        assertThat(draft.tag).isEqualTo(tag);
    }

    /** A write that requires {@code If-Match}. */
    private interface ConditionalWrite {
        Response send(EntryClient draft, String ifMatch);
    }

    private static List<ConditionalWrite> conditionalWrites(FamilySample sample) {
        String content = EntryClient.json(EntryClient.contentBody(sample.content()));
        Stream<ConditionalWrite> acts = Stream.of(
                        "submit", "approve", "reject", "publish", "withdraw", "revisions/1/restore")
                .map(action -> (draft, tag) -> tagged(tag)
                        .contentType(ContentType.JSON)
                        .body(
                                switch (action) {
                                    case "reject" -> EntryClient.json("{'reason': 'Не'}");
                                    case "withdraw" -> EntryClient.json("{'reason': 'error'}");
                                    default -> "{}";
                                })
                        .post(draft.path() + "/" + action));
        Stream<ConditionalWrite> saves = Stream.of(
                (draft, tag) ->
                        tagged(tag).contentType(ContentType.JSON).body(content).put(draft.path()),
                (draft, tag) -> tagged(tag)
                        .contentType(EntryClient.MERGE_PATCH)
                        .body("{}")
                        .patch(draft.path()),
                (draft, tag) -> tagged(tag)
                        .contentType(EntryClient.JSON_PATCH)
                        .body("[]")
                        .patch(draft.path()));
        return Stream.concat(acts, saves).toList();
    }

    private static io.restassured.specification.RequestSpecification tagged(String tag) {
        return tag == null ? EntryClient.approver() : EntryClient.approver().header("If-Match", tag);
    }

    @EveryFamilyTest
    void everyWriteSaysWhichStateItHasSeen(FamilySample sample) {
        EntryClient draft = EntryClient.create(sample, sample.content());
        String stale = draft.tag;
        draft.save(sample.content());
        for (ConditionalWrite write : conditionalWrites(sample)) {
            assertThat(write.send(draft, null).statusCode()).isEqualTo(428);
            assertThat(write.send(draft, "*").statusCode()).isEqualTo(428);
            assertThat(write.send(draft, "W/" + draft.tag).statusCode()).isEqualTo(412);
            assertThat(write.send(draft, "nonsense").statusCode()).isEqualTo(400);
            Response refused = write.send(draft, stale);
            assertThat(refused.statusCode()).isEqualTo(412);
            assertThat(refused.<String>path("present")).isEqualTo(draft.tag);
        }
        String tag = draft.tag;
        assertThat(draft.get().<Integer>path("revision")).isEqualTo(2);
        assertThat(draft.tag).isEqualTo(tag);
        assertThat(draft.transition("submit", "").statusCode()).isEqualTo(200);
    }

    @EveryFamilyTest
    void oneOfSeveralTagsIsEnough(FamilySample sample) {
        EntryClient draft = EntryClient.create(sample, sample.content());
        draft.tag = "\"nothing\", W/\"4\" , " + draft.tag;
        assertThat(draft.put(EntryClient.contentBody(sample.content())).statusCode())
                .isEqualTo(200);
    }

    @EveryFamilyTest
    void twentyAttemptsUnderOneKeyMakeOneEntry(FamilySample sample) throws Exception {
        String word = FamilySample.uniqueWord();
        String body = EntryClient.contentBody(sample.content("Проба " + word));
        ExecutorService threads = Executors.newFixedThreadPool(CONCURRENT_REQUESTS);
        try {
            List<Future<String>> ids = threads.invokeAll(IntStream.range(0, CONCURRENT_REQUESTS)
                    .mapToObj(i -> (Callable<String>)
                            () -> EntryClient.fromResponse(sample, postWithKey(sample, word, body, Role.EDITOR)).id)
                    .toList());
            String first = ids.get(0).get();
            for (Future<String> id : ids) {
                assertThat(id.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(idsWithText(sample, word)).hasSize(1);
        assertThat(postWithKey(sample, word, EntryClient.contentBody(sample.content()), Role.EDITOR)
                        .statusCode())
                .isEqualTo(422);
        assertThat(postWithKey(sample, word, body, Role.APPROVER).statusCode()).isEqualTo(201);
        assertThat(idsWithText(sample, word)).hasSize(2);
    }

    private static Response postWithKey(FamilySample sample, String word, String body, Role role) {
        return EntryClient.post(sample, body, Tokens.as(role).header("Idempotency-Key", FamilySample.slug(word)));
    }

    private static List<String> idsWithText(FamilySample sample, String word) {
        return EntryClient.editor()
                .queryParam("text", word)
                .get(EntryClient.BASE + sample.family)
                .path("data.id");
    }

    static Stream<String> invalidKeys() {
        return Stream.of("with space", "k".repeat(101), "k".repeat(1000));
    }

    @ParameterizedTest
    @MethodSource("invalidKeys")
    void anInvalidKeyIsRefused(String key) {
        Response refused = EntryClient.post(
                FamilySample.EVENT,
                EntryClient.contentBody(FamilySample.EVENT.content()),
                EntryClient.editor().header("Idempotency-Key", key));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("violations[0].header")).isEqualTo("Idempotency-Key");
    }
}
