package org.putokaz.editorial.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.entry.CommentKind;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.EntryCommentRepository;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Actor;
import org.putokaz.security.Role;

/** Comments on entries, and reasons of rejections that outlast the next save. */
@DatabaseTest
@TestProfile(Apart.class)
class EntryCommentTest {

    private static final FamilySample SAMPLE = FamilySample.CHANNEL;

    @Inject
    EditorialEntryRepository entries;

    @Inject
    EntryCommentRepository comments;

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private static EntryClient createDraft() {
        return EntryClient.create(SAMPLE, SAMPLE.content());
    }

    private static Response comment(EntryClient draft, String text, RequestSpecification request) {
        return request.contentType(ContentType.JSON)
                .body(EntryClient.json("{'text': '" + text + "'}"))
                .post(draft.path() + "/comments");
    }

    private static Response comment(EntryClient draft, String text) {
        return comment(draft, text, EntryClient.editor());
    }

    private static List<String> texts(Response page) {
        return page.path("data.text");
    }

    @EveryFamilyTest
    void commentsAreReadPageByPageTheNewestFirst(FamilySample sample) {
        EntryClient draft = EntryClient.create(sample, sample.content());
        Response first = comment(draft, "Позвала сам *број*.");
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(EntryClient.editor().get(first.header("Location")).<String>path("text"))
                .isEqualTo("Позвала сам *број*.");
        draft.save(sample.content());
        comment(draft, "Ред\\nи ред", EntryClient.approver());

        Response page = draft.get("/comments?limit=1");
        assertThat(texts(page)).containsExactly("Ред\nи ред");
        assertThat(page.<String>path("data[0].author")).isEqualTo("Proba approver");
        assertThat(page.<Integer>path("data[0].revision")).isEqualTo(2);
        Response rest = draft.get("/comments?limit=1&cursor=" + page.path("page.next"));
        assertThat(texts(rest)).containsExactly("Позвала сам *број*.");
        assertThat(rest.<String>path("data[0].id")).isEqualTo(first.path("id"));
        assertThat(rest.<String>path("data[0].kind")).isEqualTo("comment");
        assertThat(rest.<Integer>path("data[0].revision")).isEqualTo(1);
        assertThat(rest.<String>path("page.next")).isNull();
    }

    @Test
    void aCursorIsOfOneThread() {
        EntryClient draft = createDraft();
        comment(draft, "а");
        comment(draft, "б");
        String next = draft.get("/comments?limit=1").path("page.next");
        assertThat(createDraft().get("/comments?cursor=" + next).statusCode()).isEqualTo(400);
    }

    @Test
    void aCommentLeavesTheEntryAsItIs() {
        EntryClient draft = createDraft();
        String tag = draft.tag;
        comment(draft, "Само питање.");
        assertThat(draft.get().header("ETag")).isEqualTo(tag);
        assertThat(draft.get().<Integer>path("revision")).isEqualTo(1);
    }

    @Test
    void onlyEditorsReadAndWriteThem() {
        EntryClient draft = createDraft();
        assertThat(comment(draft, "а", Tokens.as(Role.PARTNER)).statusCode()).isEqualTo(403);
        assertThat(Tokens.as(Role.PARTNER).get(draft.path() + "/comments").statusCode())
                .isEqualTo(403);
        assertThat(io.restassured.RestAssured.get(draft.path() + "/comments").statusCode())
                .isEqualTo(401);
        assertThat(texts(draft.get("/comments"))).isEmpty();
    }

    @Test
    void anUnknownEntryHasNone() {
        String unknown = EntryClient.BASE + SAMPLE.family + "/" + FamilySample.unknownId() + "/comments";
        assertThat(EntryClient.editor().get(unknown).statusCode()).isEqualTo(404);
        assertThat(EntryClient.editor()
                        .contentType(ContentType.JSON)
                        .body("{\"text\": \"а\"}")
                        .post(unknown)
                        .statusCode())
                .isEqualTo(404);
        String ofAnother = comment(createDraft(), "а").path("id");
        for (String id : List.of(ofAnother, FamilySample.unknownId(), "x")) {
            assertThat(createDraft().get("/comments/" + id).statusCode()).as(id).isEqualTo(404);
        }
        EntryClient guide = EntryClient.create(FamilySample.GUIDE, FamilySample.GUIDE.content());
        assertThat(EntryClient.editor()
                        .get(EntryClient.BASE + SAMPLE.family + "/" + guide.id + "/comments")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anUnusableTextIsRefused() {
        EntryClient draft = createDraft();
        for (String text : List.of("", "  ", "а".repeat(2001), "а\\u0007")) {
            Response refused = comment(draft, text);
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
            assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/text");
        }
        assertThat(comment(draft, "а".repeat(2000)).statusCode()).isEqualTo(201);
        assertThat(texts(draft.get("/comments"))).hasSize(1);
    }

    @Test
    void aRepeatedRequestAddsNothing() {
        EntryClient draft = createDraft();
        String key = "k-" + UUID.randomUUID();
        Response first = comment(draft, "Једном.", EntryClient.editor().header("Idempotency-Key", key));
        Response again = comment(draft, "Једном.", EntryClient.editor().header("Idempotency-Key", key));
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(comment(draft, "Друго.", EntryClient.editor().header("Idempotency-Key", key))
                        .statusCode())
                .isEqualTo(422);
        assertThat(texts(draft.get("/comments"))).containsExactly("Једном.");
    }

    @Test
    void commentsAtTheSameTimeAreAllKept() throws Exception {
        EntryClient draft = createDraft();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> writers = IntStream.range(0, 8)
                    .mapToObj(i ->
                            (Callable<Integer>) () -> comment(draft, "к" + i).statusCode())
                    .toList();
            for (Future<Integer> written : threads.invokeAll(writers)) {
                assertThat(written.get()).isEqualTo(201);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(texts(draft.get("/comments"))).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void aFullThreadTakesNoCommentButEveryRejection() {
        EntryClient draft = createDraft().submit();
        QuarkusTransaction.requiringNew().run(() -> {
            EditorialEntry entry = entries.find(UUID.fromString(draft.id)).orElseThrow();
            for (int i = 0; i < EntryCommentService.MAX_COMMENTS; i++) {
                comments.add(entry, CommentKind.COMMENT, "к", Actor.service("test"), Instant.now());
            }
        });
        Response refused = comment(draft, "Још један.");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("detail")).contains("500");
        assertThat(draft.reject().get().<String>path("rejection.reason")).isEqualTo("Није тачно.");
    }

    @Test
    void aRejectionOutlastsTheNextSaveAndIsInTheThread() {
        EntryClient draft = createDraft().submit();
        draft.transition("reject", "{'reason': 'Број није проверен.'}");
        draft.save(SAMPLE.content());

        Response entry = draft.get();
        assertThat(entry.<Object>path("review")).isNull();
        assertThat(entry.<Map<String, Object>>path("rejection"))
                .containsEntry("reason", "Број није проверен.")
                .containsEntry("revision", 1)
                .containsEntry("author", "Proba approver")
                .containsKey("writtenAt");
        Response thread = draft.get("/comments");
        assertThat(texts(thread)).containsExactly("Број није проверен.");
        assertThat(thread.<String>path("data[0].kind")).isEqualTo("rejection");
    }

    @Test
    void anApprovalClosesARejection() {
        EntryClient draft = createDraft().submit().reject();
        draft.save(SAMPLE.content());
        draft.submit();
        assertThat(draft.get().<Object>path("rejection")).isNotNull();
        draft.approve();
        assertThat(draft.get().<Object>path("rejection")).isNull();
        assertThat(texts(draft.get("/comments"))).containsExactly("Није тачно.");
    }

    @Test
    void aPublicationClosesTheRejectionOfWhatItPublishes() {
        FamilySample event = FamilySample.EVENT;
        EntryClient draft = EntryClient.create(event, event.content());
        draft.save(event.content());
        draft.submit().reject();
        draft.transition("publish", "{'revision': 1}");
        assertThat(draft.get().<Integer>path("rejection.revision")).isEqualTo(2);
        draft.save(event.content());
        draft.transition("publish", "");
        assertThat(draft.get().<Object>path("rejection")).isNull();
    }

    @Test
    void theAuditTrailNamesWhoCommentedAndNotWhat() {
        EntryClient draft = createDraft();
        String word = FamilySample.uniqueWord();
        comment(draft, word);
        Response trail = Tokens.asAdmin().get("/editorial/v1/audit?entry=" + draft.id);
        assertThat(trail.<String>path("data[0].action")).isEqualTo("commented");
        assertThat(trail.<String>path("data[0].actor.name")).isEqualTo("Proba editor");
        assertThat(trail.<Integer>path("data[0].revision")).isEqualTo(1);
        assertThat(trail.asString()).doesNotContain(word);
        assertThat(EntryClient.editor()
                        .get(EntryClient.BASE + SAMPLE.family + "?text=" + word)
                        .<List<Object>>path("data"))
                .isEmpty();
    }
}
