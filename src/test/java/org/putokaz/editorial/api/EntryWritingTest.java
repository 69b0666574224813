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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Drafts are begun and saved alike in every family; no two people write over each other. */
@DatabaseTest
@TestProfile(Apart.class)
class EntryWritingTest {

    private static final int AT_ONCE = 20;

    @AfterEach
    void clear() {
        EntryClient.withdrawAllPublished();
    }

    @EveryFamilyTest
    void aNewEntryIsADraftAtItsOwnAddress(FamilySample sample) {
        String name = FamilySample.uniqueName();
        Response made = EntryClient.post(sample, EntryClient.contentBody(sample.content(name)));

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(EntryClient.BASE + sample.family + "/" + made.path("id"));
        assertThat(made.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(made.<String>path("status")).isEqualTo("draft");
        assertThat(made.<String>path("publicSees")).isEqualTo("nothing");
        assertThat(made.<Integer>path("revision")).isEqualTo(1);
        assertThat(made.<Object>path("live")).isNull();
        assertThat(made.<String>path("slug")).isEqualTo(FamilySample.slug(name));
        assertThat(made.<List<Object>>path("publishable.errors")).isEmpty();
        Response got = EntryClient.editor().get(made.header("Location"));
        assertThat(got.asString()).isEqualTo(made.asString());
        assertThat(got.header("ETag")).isEqualTo(made.header("ETag")).matches("\"[^\"]+\"");
        assertThat(Tokens.asAdmin()
                        .get("/api/v1/" + sample.family + "/" + made.path("id"))
                        .statusCode())
                .isEqualTo(404);
    }

    @EveryFamilyTest
    void aSlugIsTheOneAskedForOrOneThatIsFree(FamilySample sample) {
        String name = FamilySample.uniqueName();
        String asked = FamilySample.slug(FamilySample.uniqueName());
        Response first = EntryClient.post(sample, EntryClient.contentBody(sample.content(name)));
        Response second = EntryClient.post(sample, EntryClient.contentBody(sample.content(name)));
        Response third = EntryClient.post(sample, "{'slug': '" + asked + "', 'content': " + sample.content(name) + "}");

        assertThat(first.<String>path("slug")).isEqualTo(FamilySample.slug(name));
        assertThat(second.<String>path("slug")).isEqualTo(FamilySample.slug(name) + "-2");
        assertThat(third.<String>path("slug")).isEqualTo(asked);
        EntryClient kept = EntryClient.fromResponse(sample, third);
        assertThat(kept.put(EntryClient.contentBody(sample.content())).<String>path("slug")).isEqualTo(asked);
    }

    @EveryFamilyTest
    void anEmptyDraftIsKeptAndSaysAllThatItLacks(FamilySample sample) {
        Response made = EntryClient.post(sample, EntryClient.contentBody("{}"));

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.<Object>path("slug")).isNull();
        assertThat(made.<Boolean>path("publishable.ok")).isFalse();
        assertThat(made.<List<String>>path("publishable.errors.pointer")).contains("/slug", "/content/" + sample.nameField);
        assertThat(made.<List<String>>path("publishable.errors.code")).contains("required");
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
        Response patched =
                draft.patch(EntryClient.MERGE_PATCH, "{'" + sample.nameField + "': {'en': 'Trial', 'sr-Cyrl': '" + name + "'}}");
        Response less = draft.patch(EntryClient.MERGE_PATCH, "{'" + sample.nameField + "': {'en': null}, '" + sample.orderField + "': 7}");

        assertThat(patched.<String>path("content." + sample.nameField + ".en")).isEqualTo("Trial");
        assertThat(less.<String>path("content." + sample.nameField + ".en")).isNull();
        assertThat(less.<String>path("content." + sample.nameField + ".'sr-Cyrl'")).isEqualTo(name);
        assertThat(less.<Integer>path("content." + sample.orderField)).isEqualTo(7);
        assertThat(less.<Integer>path("revision")).isEqualTo(3);
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

    /** Every write that asks for the state it was made from. */
    private interface Write {
        Response with(EntryClient draft, String ifMatch);
    }

    private static List<Write> writes(FamilySample sample) {
        String content = EntryClient.json(EntryClient.contentBody(sample.content()));
        Stream<Write> acts = Stream.of("submit", "approve", "reject", "publish", "withdraw", "revisions/1/restore")
                .map(action -> (draft, tag) -> tagged(tag)
                        .contentType(ContentType.JSON)
                        .body(
                                switch (action) {
                                    case "reject" -> EntryClient.json("{'reason': 'Не'}");
                                    case "withdraw" -> EntryClient.json("{'reason': 'error'}");
                                    default -> "{}";
                                })
                        .post(draft.path() + "/" + action));
        Stream<Write> saves = Stream.of(
                (draft, tag) ->
                        tagged(tag).contentType(ContentType.JSON).body(content).put(draft.path()),
                (draft, tag) -> tagged(tag).contentType(EntryClient.MERGE_PATCH).body("{}").patch(draft.path()),
                (draft, tag) ->
                        tagged(tag).contentType(EntryClient.JSON_PATCH).body("[]").patch(draft.path()));
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
        for (Write write : writes(sample)) {
            assertThat(write.with(draft, null).statusCode()).isEqualTo(428);
            assertThat(write.with(draft, "*").statusCode()).isEqualTo(428);
            assertThat(write.with(draft, "W/" + draft.tag).statusCode()).isEqualTo(412);
            assertThat(write.with(draft, "nonsense").statusCode()).isEqualTo(400);
            Response refused = write.with(draft, stale);
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
        assertThat(draft.put(EntryClient.contentBody(sample.content())).statusCode()).isEqualTo(200);
    }

    @EveryFamilyTest
    void twentyAttemptsUnderOneKeyMakeOneEntry(FamilySample sample) throws Exception {
        String word = FamilySample.uniqueWord();
        String body = EntryClient.contentBody(sample.content("Проба " + word));
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<String>> made = threads.invokeAll(IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> (Callable<String>) () -> EntryClient.fromResponse(sample, keyed(sample, word, body, Role.EDITOR)).id)
                    .toList());
            String first = made.get(0).get();
            for (Future<String> one : made) {
                assertThat(one.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(found(sample, word)).hasSize(1);
        assertThat(keyed(sample, word, EntryClient.contentBody(sample.content()), Role.EDITOR).statusCode())
                .isEqualTo(422);
        assertThat(keyed(sample, word, body, Role.APPROVER).statusCode()).isEqualTo(201);
        assertThat(found(sample, word)).hasSize(2);
    }

    private static Response keyed(FamilySample sample, String word, String body, Role role) {
        return EntryClient.post(sample, body, Tokens.as(role).header("Idempotency-Key", FamilySample.slug(word)));
    }

    private static List<String> found(FamilySample sample, String word) {
        return EntryClient.editor()
                .queryParam("text", word)
                .get(EntryClient.BASE + sample.family)
                .path("data.id");
    }

    static Stream<String> keysThatAreNone() {
        return Stream.of("with space", "k".repeat(101), "k".repeat(1000));
    }

    @ParameterizedTest
    @MethodSource("keysThatAreNone")
    void aKeyThatIsNoneIsRefused(String key) {
        Response refused = EntryClient.post(
                FamilySample.EVENT,
                EntryClient.contentBody(FamilySample.EVENT.content()),
                EntryClient.editor().header("Idempotency-Key", key));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("violations[0].header")).isEqualTo("Idempotency-Key");
    }
}
