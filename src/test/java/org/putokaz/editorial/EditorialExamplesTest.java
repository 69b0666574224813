package org.putokaz.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;

/**
 * What the contract shows of the editorial side are answers about the Center's own content, and requests that work. One a
 * schema; refreshed like those of {@code ExamplesTest}.
 */
@HttpTest
@TestProfile(Apart.class)
class EditorialExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path FOLDER =
            Path.of(System.getProperty("putokaz.basedir", "."), "src", "main", "resources", "META-INF", "examples");
    private static final String SOME_MOMENT = "2026-11-24T00:00:00Z";

    private static final Map<Sample, String> NAMES = Map.of(
            Sample.UNIT, "OrganisationalUnit",
            Sample.EVENT, "HistoryEvent",
            Sample.CHANNEL, "ContactChannel",
            Sample.GUIDE, "HelpGuide");

    private static final Map<Sample, String> WORDS = Map.of(
            Sample.UNIT, "Prihvatilište za žrtve",
            Sample.EVENT, "Osnivanje Centra",
            Sample.CHANNEL, "kontakt-telefon-centra",
            Sample.GUIDE, "potrebna-ti-je-pomoc");

    @AfterEach
    void clear() {
        Draft.clear();
    }

    private static JsonNode tree(Response response) throws IOException {
        assertThat(response.statusCode()).as(response.asString()).isLessThan(300);
        return JSON.readTree(response.asByteArray());
    }

    static void assertExample(String schema, JsonNode answer) throws IOException {
        blur(answer);
        Path file = FOLDER.resolve(schema + ".json");
        String text = JSON.writeValueAsString(answer) + "\n";
        if (Boolean.getBoolean("putokaz.refresh")) {
            Files.writeString(file, text);
        }
        assertThat(text).as(file.getFileName().toString()).isEqualTo(Files.readString(file));
    }

    /** What differs from store to store. */
    private static void blur(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String time : Set.of("changedAt", "savedAt", "since", "expiresAt", "publishedAt")) {
                if (object.hasNonNull(time)) {
                    object.put(time, SOME_MOMENT);
                }
            }
            if (object.path("position").isNumber()) {
                object.put("position", 14);
            }
            if (object.path("url").asText().startsWith("/preview/")) {
                object.put("url", "/preview/v1/c2hvd24gdG8gYW55Ym9keSB3aG8gaGFzIGl0");
            }
        }
        node.forEach(EditorialExamplesTest::blur);
    }

    private static String request(String schema) throws IOException {
        return Files.readString(FOLDER.resolve(schema + ".json"));
    }

    @EveryFamily
    void anEntryOfTheCenterIsShown(Sample of) throws IOException {
        JsonNode list = tree(Draft.editor()
                .queryParam("text", WORDS.get(of))
                .queryParam("status", "published")
                .get(Draft.BASE + of.family));
        String id = list.at("/data/0/id").asText();
        JsonNode entry = tree(Draft.editor().get(Draft.BASE + of.family + "/" + id));
        JsonNode content = entry.get("content");
        JsonNode part = JSON.createObjectNode().set(of.nameField, content.get(of.nameField));

        assertExample(NAMES.get(of) + "Entry", entry);
        assertExample(
                NAMES.get(of) + "Revision",
                tree(Draft.editor().get(Draft.BASE + of.family + "/" + id + "/revisions/1")));
        JsonNode draft = JSON.createObjectNode()
                .put("slug", entry.get("slug").asText())
                .put("note", "Из обавештења на сајту.")
                .set("content", content);
        assertExample(NAMES.get(of) + "Draft", draft);
        assertExample(NAMES.get(of) + "Content", part);
    }

    @EveryFamily
    void whatIsShownAsARequestWorks(Sample of) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(request(NAMES.get(of) + "Draft"));
        body.put("slug", Sample.slug(Sample.newName()));
        Draft draft = Draft.made(of, Draft.post(of, body.toString().replace("'", "\\u0027")));
        assertThat(draft.patch(Draft.MERGE, request(NAMES.get(of) + "Content")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theListsAreShown() throws IOException {
        String base = Draft.BASE + "contact-channels";
        assertExample(
                "EditorialEntryPage",
                tree(Draft.editor()
                        .queryParam("text", WORDS.get(Sample.CHANNEL))
                        .queryParam("status", "published")
                        .get(base)));
        assertExample("RevisionPage", tree(Draft.editor().get(base + "/" + Center.PHONE + "/revisions")));
    }

    @Test
    void aChannelGoesThroughAllThatIsShown() throws IOException {
        Draft draft = Draft.begin(Sample.CHANNEL, Sample.CHANNEL.content("Телефон"));
        JsonNode patched = tree(draft.patch(Draft.OPERATIONS, request("JsonPatch")));
        assertThat(patched.at("/content/label/en").asText()).isEqualTo("Telephone");
        assertExample("RevisionDiff", tree(draft.get("/revisions/1/diff")));
        assertExample(
                "PreviewLink",
                tree(Draft.editor()
                        .contentType(ContentType.JSON)
                        .body(request("Previewing"))
                        .post(draft.path() + "/revisions/2/preview")));
        draft.submit();
        tree(draft.act("reject", request("Rejecting")));
        draft.submit().approve();
        tree(draft.act("publish", request("Publishing")));
        tree(draft.act("withdraw", request("Withdrawing")));
    }
}
