package org.putokaz.editorial.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.TableDump;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.fixture.Tokens;

/** Withdrawal for safety with {@code redactSlug}: no slug of the entry can be read or used again. */
@DatabaseTest
@TestProfile(Apart.class)
class SlugRedactionTest {

    private static final String REDACT = "{'reason': 'safety', 'redactSlug': true}";

    @Inject
    TableDump database;

    @Inject
    ScratchEntries scratch;

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
        scratch.withdrawAll();
    }

    private static String uniqueSlug() {
        return "kuca-" + FamilySample.slug(FamilySample.uniqueWord());
    }

    /** A published entry with a former slug, a current one, and one of a draft. */
    private record Withdrawn(EntryClient entry, String former, String current, String drafted) {

        static Withdrawn create(FamilySample sample) {
            Withdrawn slugs = new Withdrawn(
                    EntryClient.fromResponse(sample, EntryClient.post(sample, "{'content': " + sample.content() + "}")),
                    uniqueSlug(),
                    uniqueSlug(),
                    uniqueSlug());
            slugs.save(slugs.former).publish();
            slugs.save(slugs.current).publish();
            return slugs.save(slugs.drafted);
        }

        private Withdrawn save(String slug) {
            Response saved = entry.put("{'slug': '" + slug + "', 'content': " + entry.sample.content() + "}");
            assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
            return this;
        }

        private void publish() {
            entry.publish();
        }

        List<String> all() {
            return List.of(former, current, drafted);
        }

        String publicPath(String slug) {
            return "/api/v1/" + entry.sample.family + "/" + slug;
        }

        int status(String slug) {
            return given().redirects().follow(false).get(publicPath(slug)).statusCode();
        }

        void redact() {
            Response redacted = entry.transition("withdraw", REDACT);
            assertThat(redacted.statusCode()).as(redacted.asString()).isEqualTo(200);
            assertThat(redacted.<String>path("slug")).isNull();
        }
    }

    private String tables() {
        return database.dump("editorial", "live", "security", "pack", "webhook");
    }

    private void assertRemoved(Withdrawn withdrawn) {
        EntryClient entry = withdrawn.entry;
        String tables = tables();
        assertThat(withdrawn.all()).allSatisfy(slug -> {
            assertThat(tables).doesNotContain(slug);
            assertThat(withdrawn.status(slug)).as(slug).isEqualTo(404);
        });
        Response gone = given().get(entry.publicPath());
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.<String>path("reason")).isEqualTo("safety");
        for (String path : List.of("", "/revisions?limit=100", "/revisions/1", "/revisions/3")) {
            assertThat(withdrawn.all())
                    .allSatisfy(slug -> assertThat(entry.get(path).asString()).doesNotContain(slug));
        }
        assertThat(lastChangeOf(entry))
                .containsEntry("op", "remove")
                .containsEntry("slug", entry.id)
                .containsEntry("reason", "safety");
    }

    private static Map<String, Object> lastChangeOf(EntryClient entry) {
        String since = null;
        Map<String, Object> last = null;
        boolean more = true;
        while (more) {
            Response page = since == null
                    ? given().get("/api/v1/changes?limit=1000")
                    : given().queryParam("since", since).get("/api/v1/changes?limit=1000");
            last = page.<List<Map<String, Object>>>path("changes").stream()
                    .filter(change -> change.get("id").equals(entry.id))
                    .findFirst()
                    .orElse(last);
            since = page.path("next");
            more = page.path("more");
        }
        return last;
    }

    private static int position(EntryClient entry) {
        return entry.get().path("live.position");
    }

    @EveryFamilyTest
    void noSlugOfItIsLeft(FamilySample sample) {
        Withdrawn withdrawn = Withdrawn.create(sample);
        String before = tables();
        assertThat(withdrawn.all()).allSatisfy(slug -> assertThat(before).contains(slug));
        assertThat(withdrawn.status(withdrawn.current)).isEqualTo(200);
        assertThat(withdrawn.status(withdrawn.former)).isEqualTo(308);

        withdrawn.redact();

        assertRemoved(withdrawn);
        Map<String, String> details = Tokens.asAdmin()
                .get("/editorial/v1/audit?action=withdrawn&entry=" + withdrawn.entry.id)
                .path("data[0].details");
        assertThat(details).containsEntry("slugRedacted", "true").containsEntry("redactedRevisions", "4");
    }

    @ParameterizedTest
    @CsvSource({"error, CHANNEL", "safety, CHANNEL", "error, GUIDE", "safety, UNIT"})
    void itIsRemovedLaterToo(String reason, FamilySample sample) {
        Withdrawn withdrawn = Withdrawn.create(sample);
        withdrawn.entry.withdraw(reason);
        assertThat(withdrawn.status(withdrawn.current)).isEqualTo(410);
        assertThat(withdrawn.status(withdrawn.former)).isEqualTo(410);
        int before = position(withdrawn.entry);

        withdrawn.redact();

        assertRemoved(withdrawn);
        int after = position(withdrawn.entry);
        assertThat(after).isGreaterThan(before);
        assertThat(lastChangeOf(withdrawn.entry)).containsEntry("position", after);
        assertThat(withdrawn.entry.get().<String>path("publicSees")).isEqualTo("gone");

        withdrawn.redact();
        assertThat(position(withdrawn.entry)).as("of a repeated request").isEqualTo(after);
    }

    @Test
    void theReplacementThatIsNamedStays() {
        EntryClient heir = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content());
        Withdrawn withdrawn = Withdrawn.create(FamilySample.UNIT);
        withdrawn.entry.transition("withdraw", "{'reason': 'replaced', 'replacedBy': '" + heir.id + "'}");
        heir.get();
        heir.withdraw("error");

        withdrawn.redact();

        assertRemoved(withdrawn);
        assertThat(lastChangeOf(withdrawn.entry)).containsEntry("replacedBy", heir.id);
    }

    @Test
    void ofAnEntryThatWasNeverPublicNothingIsReported() {
        String slug = uniqueSlug();
        EntryClient draft = EntryClient.fromResponse(
                FamilySample.EVENT,
                EntryClient.post(
                        FamilySample.EVENT,
                        "{'slug': '" + slug + "', 'content': " + FamilySample.EVENT.content() + "}"));
        Response redacted = draft.transition("withdraw", REDACT);
        assertThat(redacted.statusCode()).isEqualTo(200);
        assertThat(tables()).doesNotContain(slug);
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sr-Cyrl | Ознака се уклања само уз разлог
            sr-Latn | Oznaka se uklanja samo uz razlog
            en      | The slug is removed with the reason "safety" alone
            """)
    void anyOtherReasonIsRefused(String language, String message) {
        Withdrawn withdrawn = Withdrawn.create(FamilySample.EVENT);
        Response refused = withdrawn.entry.transition(
                "withdraw",
                "{'reason': 'error', 'redactSlug': true}",
                EntryClient.approver().header("Accept-Language", language));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/redactSlug");
        assertThat(refused.<String>path("violations[0].code")).isEqualTo("only-for-safety");
        assertThat(refused.<String>path("violations[0].message")).contains(message);
        assertThat(withdrawn.status(withdrawn.current)).isEqualTo(200);

        assertThat(withdrawn
                        .entry
                        .transition("withdraw", "{'reason': 'error', 'redactSlug': false}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(withdrawn.status(withdrawn.current)).isEqualTo(410);
    }

    @Test
    void withoutTheWishTheSlugStays() {
        Withdrawn withdrawn = Withdrawn.create(FamilySample.EVENT);
        withdrawn.entry.withdraw("safety");
        assertThat(withdrawn.status(withdrawn.current)).isEqualTo(410);
        assertThat(withdrawn.status(withdrawn.former)).isEqualTo(410);
        assertThat(lastChangeOf(withdrawn.entry)).containsEntry("slug", withdrawn.current);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noEntryGetsTheSlugAgain(boolean former) {
        Withdrawn withdrawn = Withdrawn.create(FamilySample.EVENT);
        withdrawn.redact();
        String slug = former ? withdrawn.former : withdrawn.current;
        String body = "{'slug': '" + slug + "', 'content': " + FamilySample.EVENT.content() + "}";

        Response other = EntryClient.post(FamilySample.EVENT, body);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.<String>path("violations[0].code")).isEqualTo("slug-taken");
        assertThat(withdrawn.entry.put(body).statusCode())
                .as("the entry itself")
                .isEqualTo(409);
        assertThat(EntryClient.post(
                                FamilySample.UNIT,
                                "{'slug': '" + slug + "', 'content': " + FamilySample.UNIT.content() + "}")
                        .statusCode())
                .as("another family")
                .isEqualTo(201);
        UUID pack = Publishing.newId();
        assertThat(scratch.violationsOf(scratch.change(ScratchEntries.EVENTS, pack, slug, ScratchEntries.event())))
                .isEqualTo(Map.of(pack, List.of("/slug slug-taken")));
    }

    @Test
    void aSlugThatIsDerivedFromANameIsAnotherOne() {
        String name = FamilySample.uniqueName();
        EntryClient first = EntryClient.createPublished(FamilySample.EVENT, FamilySample.EVENT.content(name));
        String slug = first.get().path("slug");
        first.transition("withdraw", REDACT);

        EntryClient second = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content(name));
        assertThat(second.get().<String>path("slug")).isEqualTo(slug + "-2");
    }

    @Test
    void theEntryIsPublishedAgainUnderAnotherSlug() {
        Withdrawn withdrawn = Withdrawn.create(FamilySample.CHANNEL);
        withdrawn.redact();
        String fresh = uniqueSlug();
        withdrawn.save(fresh).publish();
        assertThat(withdrawn.status(fresh)).isEqualTo(200);
        assertThat(withdrawn.status(withdrawn.former)).isEqualTo(404);
        assertThat(lastChangeOf(withdrawn.entry)).containsEntry("slug", fresh).containsEntry("op", "upsert");
    }

    @Test
    void theSlugsOfStepsAreRemoved() {
        String step = uniqueSlug();
        String content = FamilySample.GUIDE.content().replaceFirst("'slug': '[^']+'", "'slug': '" + step + "'");
        EntryClient guide = EntryClient.createPublished(FamilySample.GUIDE, content);
        assertThat(given().get(guide.publicPath() + "/steps/" + step).statusCode())
                .isEqualTo(200);

        guide.transition("withdraw", REDACT);

        assertThat(tables()).doesNotContain(step);
        assertThat(given().get(guide.publicPath() + "/steps/" + step).statusCode())
                .isEqualTo(410);
    }

    @Test
    void previewsExportsSnapshotsAndSearchesDoNotHaveIt() throws IOException {
        Withdrawn withdrawn = Withdrawn.create(FamilySample.EVENT);
        String preview = EntryClient.editor()
                .contentType(ContentType.JSON)
                .body("{}")
                .post(withdrawn.entry.path() + "/revisions/2/preview")
                .path("url");
        assertThat(given().get(preview).asString()).contains(withdrawn.former);
        assertThat(exported()).contains(withdrawn.current).contains(withdrawn.former);

        withdrawn.redact();

        Response ended = given().get(preview);
        assertThat(ended.statusCode()).isEqualTo(410);
        String export = exported();
        assertThat(export).contains("history-events/" + withdrawn.entry.id + ".yaml");
        for (String slug : withdrawn.all()) {
            assertThat(ended.asString()).doesNotContain(slug);
            assertThat(export).doesNotContain(slug);
            assertThat(given().get("/api/v1/snapshot?family=history-events").asString())
                    .doesNotContain(slug);
            assertThat(EntryClient.editor()
                            .queryParam("text", slug)
                            .get(EntryClient.BASE + "history-events")
                            .<List<Object>>path("data"))
                    .isEmpty();
        }
    }

    /** Names and contents of the files of an export. */
    private static String exported() throws IOException {
        byte[] zip = EntryClient.editor().get("/editorial/v1/export").asByteArray();
        StringBuilder files = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
                files.append(file.getName()).append('\n').append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files.toString();
    }
}
