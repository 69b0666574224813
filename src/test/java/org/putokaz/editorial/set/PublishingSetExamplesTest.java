package org.putokaz.editorial.set;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.ExampleFiles;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.SettableClock;

/** The examples of publishing sets and schedules in the OpenAPI document are real responses and working requests. */
@HttpTest
@TestProfile(Apart.class)
class PublishingSetExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EXAMPLE_SET = "01a20f2b-9859-7de3-8715-e9cb2be9e603";
    private static final String EXAMPLE_CHANNEL = "01a20f2b-89e3-7be5-b844-797d48c402f7";
    private static final String EXAMPLE_GUIDE = "01a20f2b-94ea-7b5f-9e41-e28bd86b15a0";
    private static final String EXAMPLE_TIME = "2026-11-24T09:00:00Z";

    /** The times in the examples have to be in the future. */
    @BeforeEach
    void setClock() {
        SettableClock.set(Instant.parse(EXAMPLE_TIME));
    }

    @AfterEach
    void clear() {
        SettableClock.run();
        EntryClient.withdrawAllPublished();
    }

    private static Response ok(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isBetween(200, 201);
        return response;
    }

    /** The body of a response with fixed names, times and cursor. */
    private static JsonNode normalised(Response response, Map<String, String> names) throws IOException {
        String text = ok(response).asString();
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        JsonNode tree = JSON.readTree(text);
        normalise(tree);
        return tree;
    }

    private static void normalise(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.has("createdAt")) {
                object.put("createdAt", EXAMPLE_TIME);
            }
            if (object.has("next")) {
                object.putNull("next");
            }
        }
        node.forEach(PublishingSetExamplesTest::normalise);
    }

    @Test
    void aSetIsShown() throws IOException {
        EntryClient channel =
                EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content("Телефон за помоћ"));
        EntryClient guide = EntryClient.create(
                FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing("Потребна ти је помоћ", channel.id));
        PublishingSetClient set = PublishingSetClient.fromResponse(PublishingSetClient.post(PublishingSetClient.body(
                "Нови телефон",
                PublishingSetClient.publish(channel, ", 'note': {'sr-Cyrl': 'Нови телефон.'}"),
                PublishingSetClient.publish(guide))));
        ok(set.approve());
        Response scheduled = ok(set.schedule(ExampleFiles.read("PublishingSetMoment")));
        Map<String, String> names = Map.of(
                set.id,
                EXAMPLE_SET,
                channel.id,
                EXAMPLE_CHANNEL,
                guide.id,
                EXAMPLE_GUIDE,
                guide.get().<String>path("slug"),
                "novi-vodic",
                channel.get().<String>path("slug"),
                "novi-telefon");
        ExampleFiles.assertExample("PublishingSet", normalised(scheduled, names));
        ExampleFiles.assertExample(
                "PublishingSetPage",
                normalised(EntryClient.editor().get(PublishingSetClient.SETS + "?status=scheduled&limit=1"), names));
        ok(set.unschedule());
        ok(set.cancel());
    }

    @Test
    void theReplacementThatIsShownWorks() throws IOException {
        EntryClient old =
                EntryClient.createPublished(FamilySample.CHANNEL, FamilySample.CHANNEL.content("Стари телефон"));
        EntryClient next =
                EntryClient.createPublished(FamilySample.CHANNEL, FamilySample.CHANNEL.content("Нови телефон"));
        JsonNode example = JSON.readTree(ExampleFiles.read("ReplacementInput"));
        String body = example.toString()
                .replace(example.get("entry").asText(), old.id)
                .replace(example.get("replacedBy").asText(), next.id);
        Response created = ok(EntryClient.editor()
                .contentType("application/json; charset=utf-8")
                .body(body)
                .post(PublishingSetClient.SETS + "/replacements"));
        ok(PublishingSetClient.fromResponse(created).cancel());
    }

    @Test
    void thePreviewOfAReplacementIsShown() throws IOException {
        EntryClient old =
                EntryClient.createPublished(FamilySample.CHANNEL, FamilySample.CHANNEL.content("Стари телефон"));
        EntryClient next =
                EntryClient.createPublished(FamilySample.CHANNEL, FamilySample.CHANNEL.content("Нови телефон"));
        EntryClient guide = EntryClient.create(
                FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing("Потребна ти је помоћ", old.id));
        Response preview = EntryClient.editor()
                .get(PublishingSetClient.SETS + "/replacements?entry=" + old.id + "&replacedBy=" + next.id);
        ExampleFiles.assertExample(
                "ReplacementPreview",
                normalised(
                        preview,
                        Map.of(
                                old.id,
                                EXAMPLE_CHANNEL,
                                next.id,
                                EXAMPLE_CHANNEL.replace("7f7", "7f8"),
                                guide.id,
                                EXAMPLE_GUIDE,
                                guide.get().<String>path("slug"),
                                "potrebna-ti-je-pomoc")));
    }

    @Test
    void whatIsShownAsARequestWorks() throws IOException {
        PublishingSetClient set =
                PublishingSetClient.fromResponse(PublishingSetClient.post(ExampleFiles.read("PublishingSetInput")));
        ok(set.put(ExampleFiles.read("PublishingSetInput")));
        ok(set.cancel());
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        ok(EntryScheduleClient.put(draft, ExampleFiles.read("Scheduling")));
        ok(EntryScheduleClient.cancel(draft));
    }
}
