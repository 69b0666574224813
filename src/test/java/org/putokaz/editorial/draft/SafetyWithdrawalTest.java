package org.putokaz.editorial.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.TableDump;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.locale.SerbianTransliterator;

/** Withdrawal for the reason {@code safety}: the text is erased everywhere and cannot come back. */
@HttpTest
@TestProfile(Apart.class)
class SafetyWithdrawalTest {

    @Inject
    TableDump database;

    private final List<String> words = new ArrayList<>();

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private String uniqueWord() {
        String word = FamilySample.uniqueWord();
        words.add(word);
        return word;
    }

    /** An entry with two revisions that were public, a rejected one and a draft, each with unique words. */
    private EntryClient createWithHistory(FamilySample sample) {
        String key = "k-" + FamilySample.slug(uniqueWord());
        EntryClient draft = EntryClient.fromResponse(
                sample,
                EntryClient.post(
                        sample,
                        "{'note': '" + uniqueWord() + "', 'slug': '" + FamilySample.slug(FamilySample.uniqueName())
                                + "', 'content': " + sample.content("Проба " + uniqueWord()) + "}",
                        EntryClient.editor().header("Idempotency-Key", key)));
        if (sample.needsApproval) {
            draft.submit().approve();
        }
        draft.transition("publish", "");
        draft.put("{'note': '" + uniqueWord() + "', 'content': " + sample.content("Проба " + uniqueWord()) + "}");
        draft.submit();
        draft.transition("reject", "{'reason': '" + uniqueWord() + "'}");
        EntryClient.editor()
                .contentType(ContentType.JSON)
                .body(EntryClient.json("{'text': '" + uniqueWord() + "'}"))
                .post(draft.path() + "/comments");
        draft.save(sample.content("Проба " + uniqueWord()));
        if (sample.needsApproval) {
            draft.submit().approve();
        }
        draft.transition("publish", "{'note': {'sr-Cyrl': '" + uniqueWord() + "'}}");
        draft.scheduleWithdrawal("Поводом " + uniqueWord());
        draft.put("{'slug': '" + FamilySample.slug(uniqueWord()) + "', 'content': "
                + sample.content("Проба " + uniqueWord()) + "}");
        words.remove(0);
        return draft;
    }

    @EveryFamilyTest
    void noTableHoldsAWordOfIt(FamilySample sample) {
        EntryClient draft = createWithHistory(sample);
        String before = dump("editorial", "live", "security", "pack");
        assertThat(words)
                .isNotEmpty()
                .allSatisfy(word -> assertThat(forms(word)).anyMatch(before::contains));

        draft.withdraw("safety");

        assertErased(draft);
    }

    @EveryFamilyTest
    void noAnswerHoldsAWordOfIt(FamilySample sample) {
        EntryClient draft = createWithHistory(sample);
        draft.withdraw("safety");
        List<String> answers = new ArrayList<>();
        answers.add(draft.get().asString());
        answers.add(draft.get("/revisions?limit=100").asString());
        Response comments = draft.get("/comments?limit=100");
        assertThat(comments.<List<String>>path("data.text")).hasSize(2).containsOnlyNulls();
        assertThat(comments.<List<String>>path("data.author")).doesNotContainNull();
        answers.add(comments.asString());
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
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain(formsOfWords()));
        for (String word : words) {
            assertThat(EntryClient.editor()
                            .queryParam("text", word)
                            .get(EntryClient.BASE + sample.family)
                            .<List<Object>>path("data"))
                    .isEmpty();
        }
        assertThat(given().get(draft.publicPath()).<String>path("reason")).isEqualTo("safety");
    }

    @EveryFamilyTest
    void nothingOfItIsRestoredAndNewTextIsNeeded(FamilySample sample) {
        EntryClient draft = createWithHistory(sample);
        draft.withdraw("safety");
        for (int number = 1; number <= 4; number++) {
            assertThat(draft.transition("revisions/" + number + "/restore", "").statusCode())
                    .isEqualTo(409);
            assertThat(draft.transition("publish", "{'revision': " + number + "}")
                            .statusCode())
                    .isEqualTo(409);
        }
        assertThat(draft.patch(EntryClient.MERGE_PATCH, "{'" + sample.orderField + "': 1}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(draft.transition("submit", "").statusCode()).isEqualTo(409);
        assertThat(draft.transition("publish", "").statusCode()).isEqualTo(409);

        String fresh = FamilySample.uniqueName();
        draft.save(sample.content(fresh));
        draft.publish();
        assertThat(given().get(draft.publicPath() + "?lang=sr-Cyrl").asString()).contains(fresh);
        assertThat(draft.get("/revisions/1").<Boolean>path("redacted")).isTrue();
        assertThat(draft.get("/revisions/1/diff?to=5").statusCode()).isEqualTo(409);
    }

    @EveryFamilyTest
    void theTrailSaysThatItWasTakenOut(FamilySample sample) {
        EntryClient draft = createWithHistory(sample);
        draft.withdraw("safety");
        Response trail = Tokens.asAdmin().get("/editorial/v1/audit?action=withdrawn&entry=" + draft.id);
        assertThat(trail.<Map<String, String>>path("data[0].details"))
                .containsEntry("reason", "safety")
                .containsEntry("redactedRevisions", "4");
    }

    @Test
    void anAttemptUnderItsOldKeyDoesNotBringItBack() {
        FamilySample sample = FamilySample.CHANNEL;
        String key = FamilySample.slug(FamilySample.uniqueWord());
        String body = EntryClient.json(EntryClient.contentBody(sample.content()));
        EntryClient draft = EntryClient.fromResponse(
                sample, EntryClient.post(sample, body, EntryClient.editor().header("Idempotency-Key", key)));
        draft.publish();
        draft.withdraw("safety");
        Response again = EntryClient.editor()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(EntryClient.BASE + sample.family);
        assertThat(again.statusCode()).isEqualTo(422);
    }

    /** A draft that was never public may name a secret place, too. */
    @EveryFamilyTest
    void whatThePublicNeverSawIsDestroyedToo(FamilySample sample) {
        EntryClient draft = EntryClient.fromResponse(
                sample,
                EntryClient.post(
                        sample,
                        "{'note': '" + uniqueWord() + "', 'slug': '" + FamilySample.slug(uniqueWord())
                                + "', 'content': " + sample.content("Проба " + uniqueWord()) + "}"));
        draft.put("{'note': '" + uniqueWord() + "', 'content': " + sample.content("Проба " + uniqueWord()) + "}");

        draft.withdraw("safety");

        assertErased(draft);
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("nothing");
        assertThat(Tokens.asAdmin()
                        .get("/editorial/v1/audit?action=text-destroyed&entry=" + draft.id)
                        .<Map<String, String>>path("data[0].details"))
                .containsEntry("redactedRevisions", "2");
    }

    @EveryFamilyTest
    void whatWasWithdrawnForAnotherReasonIsDestroyedLater(FamilySample sample) {
        EntryClient draft = createWithHistory(sample);
        draft.withdraw("error");

        draft.withdraw("safety");

        // Slug and note were public, so the live store keeps them; the public API only answers that the entry is gone.
        assertThat(dump("editorial", "security")).doesNotContain(formsOfWords());
        assertThat(given().get(draft.publicPath()).statusCode()).isEqualTo(410);
    }

    private void assertErased(EntryClient draft) {
        assertThat(dump("editorial", "live", "security", "pack"))
                .doesNotContain(formsOfWords())
                .contains(draft.id);
    }

    private String dump(String... schemas) {
        return database.dump(schemas).toLowerCase(Locale.ROOT);
    }

    private List<String> formsOfWords() {
        return words.stream().flatMap(word -> forms(word).stream()).toList();
    }

    /** In the forms that the service derives: Cyrillic, Latin, and folded for search. */
    private static List<String> forms(String word) {
        return List.of(word, SerbianTransliterator.text(word), SearchFolding.fold(word));
    }

    @EveryFamilyTest
    void anyOtherReasonKeepsTheText(FamilySample sample) {
        String name = FamilySample.uniqueName();
        EntryClient draft = EntryClient.createPublished(sample, sample.content(name));
        draft.withdraw("error");
        assertThat(draft.get("/revisions/1").asString()).contains(name);
    }
}
