package org.putokaz.editorial.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.ExampleFiles;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;

/**
 * The editorial examples of the OpenAPI document: responses about the Center's own content, and requests that succeed.
 * One per schema; {@link ExampleFiles} writes them anew.
 */
@HttpTest
@TestProfile(Apart.class)
class EditorialExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<FamilySample, String> SCHEMA_PREFIXES = Map.of(
            FamilySample.UNIT, "OrganisationalUnit",
            FamilySample.EVENT, "HistoryEvent",
            FamilySample.CHANNEL, "ContactChannel",
            FamilySample.GUIDE, "HelpGuide");

    private static final Map<FamilySample, String> SEARCH_TEXTS = Map.of(
            FamilySample.UNIT, "Prihvatilište za žrtve",
            FamilySample.EVENT, "Osnivanje Centra",
            FamilySample.CHANNEL, "kontakt-telefon-centra",
            FamilySample.GUIDE, "potrebna-ti-je-pomoc");

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    @EveryFamilyTest
    void anEntryOfTheCenterIsShown(FamilySample sample) throws IOException {
        JsonNode list = ExampleFiles.body(EntryClient.editor()
                .queryParam("text", SEARCH_TEXTS.get(sample))
                .queryParam("status", "published")
                .get(EntryClient.BASE + sample.family));
        String id = list.at("/data/0/id").asText();
        JsonNode entry = ExampleFiles.body(EntryClient.editor().get(EntryClient.BASE + sample.family + "/" + id));
        JsonNode content = entry.get("content");
        JsonNode part = JSON.createObjectNode().set(sample.nameField, content.get(sample.nameField));

        ExampleFiles.assertExample(SCHEMA_PREFIXES.get(sample) + "Entry", entry);
        ExampleFiles.assertExample(
                SCHEMA_PREFIXES.get(sample) + "Revision",
                ExampleFiles.body(
                        EntryClient.editor().get(EntryClient.BASE + sample.family + "/" + id + "/revisions/1")));
        JsonNode draft = JSON.createObjectNode()
                .put("slug", entry.get("slug").asText())
                .put("note", "Из обавештења на сајту.")
                .set("content", content);
        ExampleFiles.assertExample(SCHEMA_PREFIXES.get(sample) + "Draft", draft);
        ExampleFiles.assertExample(SCHEMA_PREFIXES.get(sample) + "Content", part);
    }

    @EveryFamilyTest
    void whatIsShownAsARequestWorks(FamilySample sample) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(ExampleFiles.read(SCHEMA_PREFIXES.get(sample) + "Draft"));
        body.put("slug", FamilySample.slug(FamilySample.uniqueName()));
        EntryClient draft = EntryClient.fromResponse(
                sample, EntryClient.post(sample, body.toString().replace("'", "\\u0027")));
        assertThat(draft.patch(EntryClient.MERGE_PATCH, ExampleFiles.read(SCHEMA_PREFIXES.get(sample) + "Content"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theListsAreShown() throws IOException {
        String base = EntryClient.BASE + "contact-channels";
        ExampleFiles.assertExample(
                "EditorialEntryPage",
                ExampleFiles.body(EntryClient.editor()
                        .queryParam("text", SEARCH_TEXTS.get(FamilySample.CHANNEL))
                        .queryParam("status", "published")
                        .get(base)));
        ExampleFiles.assertExample(
                "RevisionPage", ExampleFiles.body(EntryClient.editor().get(base + "/" + Center.PHONE + "/revisions")));
    }

    @Test
    void theCalendarIsShown() throws IOException {
        EntryClient channel =
                EntryClient.createPublished(FamilySample.CHANNEL, FamilySample.CHANNEL.content("Телефон у празник"));
        String day = LocalDate.now(ZoneOffset.UTC)
                .plusYears(1)
                .withMonth(5)
                .withDayOfMonth(6)
                .toString();
        JsonNode scheduled = ExampleFiles.body(EntryClient.approver()
                .header("If-Match", channel.tag)
                .contentType(ContentType.JSON)
                .body(EntryClient.json("{'action': 'withdraw', 'at': '" + day + "T08:00:00Z', 'reason': 'error'}"))
                .put(channel.path() + "/schedule"));
        JsonNode calendar =
                ExampleFiles.body(EntryClient.editor().get("/editorial/v1/schedules?from=" + day + "&to=" + day));
        ObjectNode item = (ObjectNode) calendar.at("/data/0");
        assertThat(item.at("/entry/id").asText()).isEqualTo(scheduled.get("id").asText());
        assertThat(item.get("day").asText()).isEqualTo(day);
        item.put("at", "2027-05-06T08:00:00Z").put("day", "2027-05-06");
        item.put("id", "01a20a90-3d5c-7a4e-8d1f-0242ac120002");
        ((ObjectNode) item.get("entry")).put("id", Center.PHONE);
        ExampleFiles.assertExample("CalendarPage", calendar);
    }

    @Test
    void theActivityIsShown() throws IOException {
        EntryClient channel = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content("Телефон дању"));
        channel.submit();
        JsonNode activity =
                ExampleFiles.body(EntryClient.editor().get("/editorial/v1/activity?lang=en&entry=" + channel.id));
        int position = 4712;
        for (JsonNode item : activity.get("data")) {
            ((ObjectNode) item)
                    .put("at", "2026-11-24T08:00:0" + (position - 4710) + "Z")
                    .put("position", position--);
            ((ObjectNode) item.get("entry")).put("id", Center.PHONE);
        }
        ExampleFiles.assertExample("ActivityPage", activity);
    }

    @Test
    void aChannelGoesThroughAllThatIsShown() throws IOException {
        EntryClient draft = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content("Телефон"));
        JsonNode patched = ExampleFiles.body(draft.patch(EntryClient.JSON_PATCH, ExampleFiles.read("JsonPatch")));
        assertThat(patched.at("/content/label/en").asText()).isEqualTo("Telephone");
        ExampleFiles.assertExample("RevisionDiff", ExampleFiles.body(draft.get("/revisions/2/diff")));
        ExampleFiles.assertExample(
                "PreviewLink",
                ExampleFiles.body(EntryClient.editor()
                        .contentType(ContentType.JSON)
                        .body(ExampleFiles.read("Previewing"))
                        .post(draft.path() + "/revisions/2/preview")));
        draft.submit();
        ExampleFiles.body(draft.transition("reject", ExampleFiles.read("Rejecting")));
        assertCommentExamples(draft);
        draft.submit().approve();
        ExampleFiles.body(draft.transition("publish", ExampleFiles.read("Publishing")));
        ExampleFiles.body(draft.transition("withdraw", ExampleFiles.read("Withdrawing")));
    }

    private static void assertCommentExamples(EntryClient draft) throws IOException {
        JsonNode added = ExampleFiles.body(EntryClient.editor()
                .contentType("application/json; charset=utf-8")
                .body(ExampleFiles.read("EntryCommentInput"))
                .post(draft.path() + "/comments"));
        JsonNode page = ExampleFiles.body(draft.get("/comments"));
        ((ObjectNode) added).put("id", "01a20f30-5d1e-7c4a-9b2f-0242ac120002");
        ((ObjectNode) page.at("/data/0")).put("id", "01a20f30-5d1e-7c4a-9b2f-0242ac120002");
        ((ObjectNode) page.at("/data/1")).put("id", "01a20f30-1f0c-7e21-8a55-0242ac120002");
        ExampleFiles.assertExample("EntryComment", added);
        ExampleFiles.assertExample("EntryCommentPage", page);
    }

    @Test
    void whatFormsNeedIsShown() throws IOException {
        String base = "/editorial/v1/schemas";
        ExampleFiles.assertExample(
                "EditorialEntryPoint", ExampleFiles.body(EntryClient.editor().get("/editorial/v1")));
        ExampleFiles.assertExample(
                "EditorialVocabularyList",
                ExampleFiles.body(EntryClient.editor().get("/editorial/v1/vocabularies?lang=en")));
        ExampleFiles.assertExample(
                "ContentSchemaList", ExampleFiles.body(EntryClient.editor().get(base + "?lang=en")));
        ExampleFiles.assertExample(
                "ContentSchema", ExampleFiles.body(EntryClient.editor().get(base + "/history-events?lang=en")));
    }

    @Test
    void theServicesOfAUnitAreShown() throws IOException {
        String service = FamilySample.service(
                UUID.fromString("01a20a90-2c1e-7b4f-8a3d-5e6f70819203"),
                "pravna-pomoc",
                "'description': {'sr-Cyrl': 'Правник саветује и пише поднеске.', 'en': 'A lawyer gives advice.'}",
                "'cost': {'sr-Cyrl': 'Бесплатно.', 'en': 'Free of charge.'}",
                "'requiredDocuments': [{'sr-Cyrl': 'Лична карта', 'en': 'Identity card'}]",
                "'areaServed': [{'scheme': 'rs-district', 'code': 'RS-06'}]",
                "'audiences': ['victim']",
                "'channels': ['" + Center.PHONE + "']");
        EntryClient unit = EntryClient.createPublished(
                FamilySample.UNIT, FamilySample.unitOffering(FamilySample.uniqueName(), service));
        for (String example : List.of("listOrganisationalUnitServices", "getOrganisationalUnitService")) {
            String path = unit.publicPath() + "/services" + (example.startsWith("get") ? "/pravna-pomoc" : "");
            String shown = given().get(path + "?lang=en")
                    .asString()
                    .replace(unit.id, "01a20f2b-94ea-7b5f-9e41-e28bd86b15a0")
                    .replace(unit.get().<String>path("slug"), "kancelarija-za-pravnu-pomoc");
            ExampleFiles.assertExample(example, JSON.readTree(shown));
        }
    }

    @Test
    void theReferencesToAnEntryAreShown() throws IOException {
        EntryClient channel =
                EntryClient.createPublished(FamilySample.CHANNEL, FamilySample.CHANNEL.content("Телефон"));
        EntryClient guide = EntryClient.create(
                FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing("Потребна ти је помоћ", channel.id));
        String references = channel.get("/references").asString();
        JsonNode shown = JSON.readTree(references
                .replace(guide.id, "01a20f2b-94ea-7b5f-9e41-e28bd86b15a0")
                .replace(guide.get().<String>path("slug"), "potrebna-ti-je-pomoc"));
        ExampleFiles.assertExample("EditorialReferences", shown);
    }

    @Test
    void theDryRunOfAnImportIsShown() throws IOException {
        JsonNode report = ExampleFiles.body(EntryClient.editor()
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Accept-Language", "en")
                .body("slug,value\nkontakt-telefon-centra,063 610 59O\n")
                .post("/editorial/v1/import?dryRun=true"));
        ExampleFiles.assertExample("ImportReport", report);
    }

    @Test
    void aPreviewIsShown() throws IOException {
        String url = ExampleFiles.body(EntryClient.editor()
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/editorial/v1/contact-channels/" + Center.PHONE + "/revisions/1/preview"))
                .get("url")
                .asText();
        ExampleFiles.assertExample("PreviewedEntry", ExampleFiles.body(given().get(url + "?lang=en")));
    }
}
