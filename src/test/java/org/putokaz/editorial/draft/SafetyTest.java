package org.putokaz.editorial.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.Database;
import org.putokaz.editorial.Draft;
import org.putokaz.editorial.EveryFamily;
import org.putokaz.editorial.Sample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;

/** What is withdrawn for somebody's safety is gone from everywhere, and cannot come back by accident. */
@DatabaseTest
@TestProfile(Apart.class)
class SafetyTest {

    @Inject
    Database database;

    private final List<String> words = new ArrayList<>();

    @AfterEach
    void clear() {
        Draft.clear();
    }

    private String planted() {
        String word = Sample.word();
        words.add(word);
        return word;
    }

    /** Two revisions that the public saw, one that was sent back and one that nobody saw, each with words of its own. */
    private Draft full(Sample of) {
        String key = "k-" + Sample.slug(planted());
        Draft draft = Draft.made(
                of,
                Draft.post(
                        of,
                        "{'note': '" + planted() + "', 'slug': '" + Sample.slug(Sample.newName()) + "', 'content': "
                                + of.content("Проба " + planted()) + "}",
                        Draft.editor().header("Idempotency-Key", key)));
        if (of.needsApproval) {
            draft.submit().approve();
        }
        draft.act("publish", "");
        draft.put("{'note': '" + planted() + "', 'content': " + of.content("Проба " + planted()) + "}");
        draft.submit();
        draft.act("reject", "{'reason': '" + planted() + "'}");
        draft.save(of.content("Проба " + planted()));
        if (of.needsApproval) {
            draft.submit().approve();
        }
        draft.act("publish", "{'note': {'sr-Cyrl': '" + planted() + "'}}");
        draft.planWithdrawal("Поводом " + planted());
        draft.put("{'slug': '" + Sample.slug(planted()) + "', 'content': " + of.content("Проба " + planted()) + "}");
        words.remove(0);
        return draft;
    }

    @EveryFamily
    void noTableHoldsAWordOfIt(Sample of) {
        Draft draft = full(of);
        String before = SearchFolding.of(database.everything("editorial", "live", "security", "pack"));
        assertThat(words).isNotEmpty().allSatisfy(word -> assertThat(before).contains(SearchFolding.of(word)));

        draft.withdraw("safety");

        isNowhere(draft);
    }

    @EveryFamily
    void noAnswerHoldsAWordOfIt(Sample of) {
        Draft draft = full(of);
        draft.withdraw("safety");
        List<String> answers = new ArrayList<>();
        answers.add(draft.get().asString());
        answers.add(draft.get("/revisions?limit=100").asString());
        for (int number = 1; number <= 4; number++) {
            Response revision = draft.get("/revisions/" + number);
            assertThat(revision.<Boolean>path("redacted")).isTrue();
            assertThat(revision.<Map<String, Object>>path("content")).isEmpty();
            assertThat(draft.get("/revisions/" + number + "/diff").statusCode()).isEqualTo(409);
            answers.add(revision.asString());
        }
        answers.add(
                Tokens.asAdmin().get("/editorial/v1/audit?entry=" + draft.id).asString());
        answers.add(given().get(draft.publicPath()).asString());
        for (String word : words) {
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(SearchFolding.of(answer)).doesNotContain(SearchFolding.of(word)));
            assertThat(Draft.editor()
                            .queryParam("text", word)
                            .get(Draft.BASE + of.family)
                            .<List<Object>>path("data"))
                    .isEmpty();
        }
        assertThat(given().get(draft.publicPath()).<String>path("reason")).isEqualTo("safety");
    }

    @EveryFamily
    void nothingOfItIsRestoredAndNewTextIsNeeded(Sample of) {
        Draft draft = full(of);
        draft.withdraw("safety");
        for (int number = 1; number <= 4; number++) {
            assertThat(draft.act("revisions/" + number + "/restore", "").statusCode())
                    .isEqualTo(409);
            assertThat(draft.act("publish", "{'revision': " + number + "}").statusCode())
                    .isEqualTo(409);
        }
        assertThat(draft.patch(Draft.MERGE, "{'" + of.orderField + "': 1}").statusCode())
                .isEqualTo(409);
        assertThat(draft.act("submit", "").statusCode()).isEqualTo(409);
        assertThat(draft.act("publish", "").statusCode()).isEqualTo(409);

        String fresh = Sample.newName();
        draft.save(of.content(fresh));
        draft.publish();
        assertThat(given().get(draft.publicPath() + "?lang=sr-Cyrl").asString()).contains(fresh);
        assertThat(draft.get("/revisions/1").<Boolean>path("redacted")).isTrue();
        assertThat(draft.get("/revisions/1/diff?to=5").statusCode()).isEqualTo(409);
    }

    @EveryFamily
    void theTrailSaysThatItWasTakenOut(Sample of) {
        Draft draft = full(of);
        draft.withdraw("safety");
        Response trail = Tokens.asAdmin().get("/editorial/v1/audit?action=withdrawn&entry=" + draft.id);
        assertThat(trail.<Map<String, String>>path("data[0].details"))
                .containsEntry("reason", "safety")
                .containsEntry("redactedRevisions", "4");
    }

    @Test
    void anAttemptUnderItsOldKeyDoesNotBringItBack() {
        Sample of = Sample.CHANNEL;
        String key = Sample.slug(Sample.word());
        String body = Draft.json(Draft.wrapped(of.content()));
        Draft draft = Draft.made(of, Draft.post(of, body, Draft.editor().header("Idempotency-Key", key)));
        draft.publish();
        draft.withdraw("safety");
        Response again = Draft.editor()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(Draft.BASE + of.family);
        assertThat(again.statusCode()).isEqualTo(422);
    }

    /** A draft can name a place that nobody may know just as well. */
    @EveryFamily
    void whatThePublicNeverSawIsDestroyedToo(Sample of) {
        Draft draft = Draft.made(
                of,
                Draft.post(
                        of,
                        "{'note': '" + planted() + "', 'slug': '" + Sample.slug(planted()) + "', 'content': "
                                + of.content("Проба " + planted()) + "}"));
        draft.put("{'note': '" + planted() + "', 'content': " + of.content("Проба " + planted()) + "}");

        draft.withdraw("safety");

        isNowhere(draft);
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("nothing");
        assertThat(Tokens.asAdmin()
                        .get("/editorial/v1/audit?action=text-destroyed&entry=" + draft.id)
                        .<Map<String, String>>path("data[0].details"))
                .containsEntry("redactedRevisions", "2");
    }

    @EveryFamily
    void whatWasWithdrawnForAnotherReasonIsDestroyedLater(Sample of) {
        Draft draft = full(of);
        draft.withdraw("error");

        draft.withdraw("safety");

        // The public has been told of it under this slug and with this note, and is told no more than that it is gone.
        String revisions = SearchFolding.of(database.everything("editorial", "security"));
        assertThat(words).allSatisfy(word -> assertThat(revisions).doesNotContain(SearchFolding.of(word)));
        assertThat(given().get(draft.publicPath()).statusCode()).isEqualTo(410);
    }

    private void isNowhere(Draft draft) {
        String after = SearchFolding.of(database.everything("editorial", "live", "security", "pack"));
        assertThat(words).allSatisfy(word -> assertThat(after).doesNotContain(SearchFolding.of(word)));
        assertThat(after).contains(draft.id);
    }

    @EveryFamily
    void anyOtherReasonKeepsTheText(Sample of) {
        String name = Sample.newName();
        Draft draft = Draft.published(of, of.content(name));
        draft.withdraw("error");
        assertThat(draft.get("/revisions/1").asString()).contains(name);
    }
}
