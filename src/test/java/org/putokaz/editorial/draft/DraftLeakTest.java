package org.putokaz.editorial.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/**
 * Confidentiality of drafts: no response of the public API, whatever the request, contains a word that only editors
 * see.
 */
@HttpTest
@TestProfile(Apart.class)
class DraftLeakTest {

    private static final List<String> DOCUMENTS =
            List.of("/openapi", "/openapi.json", "/openapi.yaml", "/docs", "/docs/");
    private static final int MAX_PAGES = 50;

    /** One request is prepared and checked while the service answers another. */
    private static final int THREADS = 2;

    private final CanaryContent canaries = new CanaryContent();

    /** Ids and slugs of the entries with canaries. Requests contain them, so their responses may repeat them. */
    private final Map<FamilySample, Set<String>> names = new EnumMap<>(FamilySample.class);

    private final AtomicInteger responses = new AtomicInteger();

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private String canaryBody(FamilySample sample) {
        return "{'slug': '" + canaries.latin() + "', 'note': '" + canaries.word() + "', 'content': "
                + canaries.content(sample) + "}";
    }

    private EntryClient createWithCanaries(FamilySample sample) {
        String editor = Tokens.of(Role.EDITOR, "Уредница " + canaries.word());
        EntryClient draft =
                EntryClient.fromResponse(sample, EntryClient.post(sample, canaryBody(sample), Tokens.with(editor)));
        assertThat(draft.get().<List<Object>>path("publishable.errors")).isEmpty();
        return draft;
    }

    /** A draft that was never public, in a publishing set, and rejected. */
    private void createRejectedDraft(FamilySample sample) {
        EntryClient draft = createWithCanaries(sample).submit();
        createSet(draft);
        draft.transition("reject", "{'reason': '" + canaries.word() + "'}");
        comment(draft);
        rememberNames(draft);
    }

    private void comment(EntryClient draft) {
        Response added = EntryClient.editor()
                .contentType("application/json; charset=utf-8")
                .body(EntryClient.json("{'text': '" + canaries.word() + "'}"))
                .post(draft.path() + "/comments");
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
    }

    /** A newer draft of a public entry. */
    private void createDraftOfPublicEntry(FamilySample sample) {
        EntryClient draft = EntryClient.createPublished(sample, sample.content());
        draft.scheduleWithdrawal("Поводом " + canaries.word());
        draft.put(canaryBody(sample));
        comment(draft);
        rememberNames(draft);
    }

    /** An entry that was public until it was withdrawn for safety. */
    private void createWithdrawnEntry(FamilySample sample) {
        EntryClient draft = createWithCanaries(sample);
        draft.publish();
        String published = given().get(draft.publicPath() + "?lang=sr-Cyrl").asString();
        assertThat(canariesIn(SearchFolding.fold(published))).isNotEmpty();
        draft.withdraw("safety");
        rememberNames(draft);
    }

    /** A set that is not published yet, with a note for partners. */
    private void createSet(EntryClient member) {
        Response created = EntryClient.approver()
                .contentType("application/json; charset=utf-8")
                .body(EntryClient.json("{'name': '" + canaries.word() + "', 'members': [{'entry': '" + member.id
                        + "', 'action': 'publish', 'note': {'sr-Cyrl': 'Ново " + canaries.word() + "'}}]}"))
                .post(EntryClient.BASE + "publishing-sets");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    }

    private void rememberNames(EntryClient draft) {
        Set<String> ofFamily = names.computeIfAbsent(draft.sample, none -> new LinkedHashSet<>());
        ofFamily.add(draft.id);
        ofFamily.add(draft.get().path("slug"));
    }

    private List<String> canariesIn(String folded) {
        return canaries.canaries().stream().filter(folded::contains).toList();
    }

    private Response read(String url) {
        Response response =
                given().urlEncodingEnabled(false).redirects().follow(false).get(url);
        responses.incrementAndGet();
        String text = SearchFolding.fold(response.asString() + response.headers());
        for (Set<String> ofFamily : names.values()) {
            for (String name : ofFamily) {
                // A response may repeat what its request contains.
                text = url.contains(name) ? text.replace(SearchFolding.fold(name), "") : text;
            }
        }
        assertThat(canariesIn(text)).as(url).isEmpty();
        assertThat(response.statusCode()).as(url).isLessThan(500);
        return response;
    }

    private void readPages(String url) {
        Response page = read(url);
        for (int i = 0; page.statusCode() == 200 && i < MAX_PAGES; i++) {
            String next = page.path("page.next");
            if (next == null) {
                return;
            }
            page = read(url + "&cursor=" + next);
        }
    }

    private static void forEach(List<String> urls, Consumer<String> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Object>> tasks = urls.stream()
                    .map(url -> Executors.callable(() -> request.accept(url)))
                    .toList();
            for (Future<Object> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void noResponseContainsAWordOfADraft() throws Exception {
        for (FamilySample sample : FamilySample.values()) {
            createRejectedDraft(sample);
            createDraftOfPublicEntry(sample);
            createWithdrawnEntry(sample);
        }
        assertThat(canaries.canaries()).hasSizeGreaterThan(150);
        String publicStep = given().get("/api/v1/help-guides/" + Center.GUIDE).path("steps[0].id");
        PublicApiRequests requests = new PublicApiRequests(names, publicStep);

        DOCUMENTS.forEach(this::read);
        forEach(requests.single(), this::read);
        forEach(requests.lists(), this::readPages);

        assertThat(responses.get()).isGreaterThan(800);
    }

    /** Proof that a leak would be noticed. */
    @Test
    void aWordThatIsPublicIsNoticed() {
        String word = canaries.word();
        EntryClient draft =
                EntryClient.createPublished(FamilySample.EVENT, FamilySample.EVENT.content("Проба " + word));
        String latin = given().get(draft.publicPath() + "?lang=sr-Latn").asString();
        assertThat(canariesIn(SearchFolding.fold(latin))).containsExactly(SearchFolding.fold(word));
    }
}
