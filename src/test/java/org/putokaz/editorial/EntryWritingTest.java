package org.putokaz.editorial;

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
        Draft.clear();
    }

    @EveryFamily
    void aNewEntryIsADraftAtItsOwnAddress(Sample of) {
        String name = Sample.newName();
        Response made = Draft.post(of, Draft.wrapped(of.content(name)));

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(Draft.BASE + of.family + "/" + made.path("id"));
        assertThat(made.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(made.<String>path("status")).isEqualTo("draft");
        assertThat(made.<String>path("publicSees")).isEqualTo("nothing");
        assertThat(made.<Integer>path("revision")).isEqualTo(1);
        assertThat(made.<Object>path("live")).isNull();
        assertThat(made.<String>path("slug")).isEqualTo(Sample.slug(name));
        assertThat(made.<List<Object>>path("publishable.errors")).isEmpty();
        Response got = Draft.editor().get(made.header("Location"));
        assertThat(got.asString()).isEqualTo(made.asString());
        assertThat(got.header("ETag")).isEqualTo(made.header("ETag")).matches("\"[^\"]+\"");
        assertThat(Tokens.asAdmin()
                        .get("/api/v1/" + of.family + "/" + made.path("id"))
                        .statusCode())
                .isEqualTo(404);
    }

    @EveryFamily
    void aSlugIsTheOneAskedForOrOneThatIsFree(Sample of) {
        String name = Sample.newName();
        String asked = Sample.slug(Sample.newName());
        Response first = Draft.post(of, Draft.wrapped(of.content(name)));
        Response second = Draft.post(of, Draft.wrapped(of.content(name)));
        Response third = Draft.post(of, "{'slug': '" + asked + "', 'content': " + of.content(name) + "}");

        assertThat(first.<String>path("slug")).isEqualTo(Sample.slug(name));
        assertThat(second.<String>path("slug")).isEqualTo(Sample.slug(name) + "-2");
        assertThat(third.<String>path("slug")).isEqualTo(asked);
        Draft kept = Draft.made(of, third);
        assertThat(kept.put(Draft.wrapped(of.content())).<String>path("slug")).isEqualTo(asked);
    }

    @EveryFamily
    void anEmptyDraftIsKeptAndSaysAllThatItLacks(Sample of) {
        Response made = Draft.post(of, Draft.wrapped("{}"));

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.<Object>path("slug")).isNull();
        assertThat(made.<Boolean>path("publishable.ok")).isFalse();
        assertThat(made.<List<String>>path("publishable.errors.pointer")).contains("/slug", "/content/" + of.nameField);
        assertThat(made.<List<String>>path("publishable.errors.code")).contains("required");
    }

    @EveryFamily
    void aSaveIsARevisionAndOneThatChangesNothingIsNone(Sample of) {
        Draft draft = Draft.begin(of, of.content());
        String content = of.content();
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

    @EveryFamily
    void aMergePatchChangesWhatItNames(Sample of) {
        Draft draft = Draft.begin(of, of.content());
        String name = Sample.newName();
        Response patched =
                draft.patch(Draft.MERGE, "{'" + of.nameField + "': {'en': 'Trial', 'sr-Cyrl': '" + name + "'}}");
        Response less = draft.patch(Draft.MERGE, "{'" + of.nameField + "': {'en': null}, '" + of.orderField + "': 7}");

        assertThat(patched.<String>path("content." + of.nameField + ".en")).isEqualTo("Trial");
        assertThat(less.<String>path("content." + of.nameField + ".en")).isNull();
        assertThat(less.<String>path("content." + of.nameField + ".'sr-Cyrl'")).isEqualTo(name);
        assertThat(less.<Integer>path("content." + of.orderField)).isEqualTo(7);
        assertThat(less.<Integer>path("revision")).isEqualTo(3);
    }

    @EveryFamily
    void aJsonPatchIsDoneWholeOrNotAtAll(Sample of) {
        Draft draft = Draft.begin(of, of.content());
        String order = "{'op': 'replace', 'path': '/" + of.orderField + "', 'value': 5}";
        Response patched = draft.patch(Draft.OPERATIONS, "[" + order + "]");
        assertThat(patched.<Integer>path("content." + of.orderField)).isEqualTo(5);

        String tag = draft.tag;
        String more = "{'op': 'replace', 'path': '/" + of.orderField + "', 'value': 6}";
        for (String failing : List.of(
                "{'op': 'remove', 'path': '/nothing/here'}",
                "{'op': 'test', 'path': '/" + of.orderField + "', 'value': 5}",
                "{'op': 'move', 'from': '/nothing', 'path': '/" + of.nameField + "'}")) {
            Response refused = draft.patch(Draft.OPERATIONS, "[" + more + "," + failing + "]");
            assertThat(refused.statusCode()).as(failing).isEqualTo(409);
            assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/1");
        }
        assertThat(draft.get().<Integer>path("content." + of.orderField)).isEqualTo(5);
        assertThat(draft.tag).isEqualTo(tag);
    }

    /** Every write that asks for the state it was made from. */
    private interface Write {
        Response with(Draft draft, String ifMatch);
    }

    private static List<Write> writes(Sample of) {
        String content = Draft.json(Draft.wrapped(of.content()));
        Stream<Write> acts = Stream.of("submit", "approve", "reject", "publish", "withdraw", "revisions/1/restore")
                .map(action -> (draft, tag) -> tagged(tag)
                        .contentType(ContentType.JSON)
                        .body(
                                switch (action) {
                                    case "reject" -> Draft.json("{'reason': 'Не'}");
                                    case "withdraw" -> Draft.json("{'reason': 'error'}");
                                    default -> "{}";
                                })
                        .post(draft.path() + "/" + action));
        Stream<Write> saves = Stream.of(
                (draft, tag) ->
                        tagged(tag).contentType(ContentType.JSON).body(content).put(draft.path()),
                (draft, tag) -> tagged(tag).contentType(Draft.MERGE).body("{}").patch(draft.path()),
                (draft, tag) ->
                        tagged(tag).contentType(Draft.OPERATIONS).body("[]").patch(draft.path()));
        return Stream.concat(acts, saves).toList();
    }

    private static io.restassured.specification.RequestSpecification tagged(String tag) {
        return tag == null ? Draft.approver() : Draft.approver().header("If-Match", tag);
    }

    @EveryFamily
    void everyWriteSaysWhichStateItHasSeen(Sample of) {
        Draft draft = Draft.begin(of, of.content());
        String stale = draft.tag;
        draft.save(of.content());
        for (Write write : writes(of)) {
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
        assertThat(draft.act("submit", "").statusCode()).isEqualTo(200);
    }

    @EveryFamily
    void oneOfSeveralTagsIsEnough(Sample of) {
        Draft draft = Draft.begin(of, of.content());
        draft.tag = "\"nothing\", W/\"4\" , " + draft.tag;
        assertThat(draft.put(Draft.wrapped(of.content())).statusCode()).isEqualTo(200);
    }

    @EveryFamily
    void twentyAttemptsUnderOneKeyMakeOneEntry(Sample of) throws Exception {
        String word = Sample.word();
        String body = Draft.wrapped(of.content("Проба " + word));
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<String>> made = threads.invokeAll(IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> (Callable<String>) () -> Draft.made(of, keyed(of, word, body, Role.EDITOR)).id)
                    .toList());
            String first = made.get(0).get();
            for (Future<String> one : made) {
                assertThat(one.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(found(of, word)).hasSize(1);
        assertThat(keyed(of, word, Draft.wrapped(of.content()), Role.EDITOR).statusCode())
                .isEqualTo(422);
        assertThat(keyed(of, word, body, Role.APPROVER).statusCode()).isEqualTo(201);
        assertThat(found(of, word)).hasSize(2);
    }

    private static Response keyed(Sample of, String word, String body, Role role) {
        return Draft.post(of, body, Tokens.as(role).header("Idempotency-Key", Sample.slug(word)));
    }

    private static List<String> found(Sample of, String word) {
        return Draft.editor()
                .queryParam("text", word)
                .get(Draft.BASE + of.family)
                .path("data.id");
    }

    static Stream<String> keysThatAreNone() {
        return Stream.of("with space", "k".repeat(101), "k".repeat(1000));
    }

    @ParameterizedTest
    @MethodSource("keysThatAreNone")
    void aKeyThatIsNoneIsRefused(String key) {
        Response refused = Draft.post(
                Sample.EVENT,
                Draft.wrapped(Sample.EVENT.content()),
                Draft.editor().header("Idempotency-Key", key));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("violations[0].header")).isEqualTo("Idempotency-Key");
    }
}
