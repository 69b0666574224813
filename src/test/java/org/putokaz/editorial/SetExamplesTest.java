package org.putokaz.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.ExampleFiles;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.SettableClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the contract shows of publishing sets and schedules are answers, and requests that work. */
@HttpTest
@TestProfile(Apart.class)
class SetExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER =
            Path.of(System.getProperty("putokaz.basedir", "."), "src", "main", "resources", "META-INF", "examples");
    private static final String SOME_SET = "01a20f2b-9859-7de3-8715-e9cb2be9e603";
    private static final String SOME_CHANNEL = "01a20f2b-89e3-7be5-b844-797d48c402f7";
    private static final String SOME_GUIDE = "01a20f2b-94ea-7b5f-9e41-e28bd86b15a0";
    private static final String SOME_MOMENT = "2026-11-24T09:00:00Z";

    /** So that the moments of the examples are always ahead. */
    @BeforeEach
    void clock() {
        SettableClock.set(Instant.parse(SOME_MOMENT));
    }

    @AfterEach
    void clear() {
        SettableClock.run();
        EntryClient.withdrawAllPublished();
    }

    private static String request(String schema) throws IOException {
        return Files.readString(FOLDER.resolve(schema + ".json"));
    }

    private static Response good(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
        return answer;
    }

    /** The same with what differs from run to run replaced. */
    private static JsonNode settled(Response answer, Map<String, String> names) throws IOException {
        String text = good(answer).asString();
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        JsonNode tree = JSON.readTree(text);
        settle(tree);
        return tree;
    }

    private static void settle(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.has("createdAt")) {
                object.put("createdAt", SOME_MOMENT);
            }
            if (object.has("next")) {
                object.putNull("next");
            }
        }
        node.forEach(SetExamplesTest::settle);
    }

    @Test
    void aSetIsShown() throws IOException {
        EntryClient channel = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content("Телефон за помоћ"));
        EntryClient guide = EntryClient.create(FamilySample.GUIDE, FamilySample.GUIDE.contentReferencing("Потребна ти је помоћ", channel.id));
        PublishingSetClient set = PublishingSetClient.fromResponse(PublishingSetClient.post(PublishingSetClient.body(
                "Нови телефон",
                PublishingSetClient.publish(channel, ", 'note': {'sr-Cyrl': 'Нови телефон.'}"),
                PublishingSetClient.publish(guide))));
        good(set.approve());
        Response scheduled = good(set.schedule(request("PublishingSetMoment")));
        Map<String, String> names = Map.of(
                set.id,
                SOME_SET,
                channel.id,
                SOME_CHANNEL,
                guide.id,
                SOME_GUIDE,
                guide.get().<String>path("slug"),
                "novi-vodic",
                channel.get().<String>path("slug"),
                "novi-telefon");
        ExampleFiles.assertExample("PublishingSet", settled(scheduled, names));
        ExampleFiles.assertExample(
                "PublishingSetPage", settled(EntryClient.editor().get(PublishingSetClient.SETS + "?status=scheduled&limit=1"), names));
        good(set.unschedule());
        good(set.cancel());
    }

    @Test
    void whatIsShownAsARequestWorks() throws IOException {
        PublishingSetClient set = PublishingSetClient.fromResponse(PublishingSetClient.post(request("PublishingSetInput")));
        good(set.put(request("PublishingSetInput")));
        good(set.cancel());
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        good(EntryScheduleClient.put(draft, request("Scheduling")));
        good(EntryScheduleClient.cancel(draft));
    }
}
