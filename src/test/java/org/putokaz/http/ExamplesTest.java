package org.putokaz.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.fixture.Contract;
import org.putokaz.fixture.HttpTest;

/**
 * Examples of the OpenAPI document: each is a real response about the Center's content. Refresh them with
 * {@code mvn test -Dtest=ExamplesTest -Dputokaz.refresh=true}, then once more with {@code -Dtest=ContractTest}.
 */
@HttpTest
class ExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path FOLDER =
            Path.of(System.getProperty("putokaz.basedir", "."), "src", "main", "resources", "META-INF", "examples");
    private static final String SOME_CURSOR = "3Vd0sP8Yx1mZkqWb5uTgLcNe";
    private static final String SOME_TOKEN =
            "AZZkre6S2kTbvN8dqzkhMqMAAAAAAAAADgAAAaIPlxY9Y29udGFjdC1jaGFubmVsc7ey4LN29w";
    private static final String SOME_INSTANT = "2026-11-24T00:00:00Z";

    @ParameterizedTest
    @CsvSource({
        "getEntryPoint, /api/v1?lang=en",
        "listOrganisationalUnits, /api/v1/organisational-units?lang=en&limit=2&count=true",
        "getOrganisationalUnit, /api/v1/organisational-units/prihvatiliste-za-zrtve-trgovine-ljudima?lang=sr-Latn&include=parent",
        "getOrganisationalUnitTree, /api/v1/organisational-units/tree?lang=sr-Cyrl&asOf=2019-03-01",
        "listHistoryEvents, /api/v1/history-events?lang=sr-Latn&from=2012-03-01&to=2012-12-31",
        "getHistoryEvent, /api/v1/history-events/pocetak-rada-prihvatilista-za-zrtve-trgovine-ljudima?lang=sr-Cyrl",
        "listContactChannels, /api/v1/contact-channels?lang=en",
        "listContactChannelStates, /api/v1/contact-channels/open-now?lang=en&kind=phone",
        "getContactChannel, /api/v1/contact-channels/kontakt-telefon-centra?lang=sr-Latn",
        "listHelpGuides, /api/v1/help-guides?lang=sr-Cyrl",
        "getHelpGuide, /api/v1/help-guides/potrebna-ti-je-pomoc?lang=en",
        "listHelpGuideSteps, /api/v1/help-guides/potrebna-ti-je-pomoc/steps?lang=sr-Latn",
        "getHelpGuideStep, /api/v1/help-guides/potrebna-ti-je-pomoc/steps/kome-se-obratiti?lang=en&include=contactChannels",
        "listChanges, /api/v1/changes?family=contact-channels&limit=2",
        "listVocabularies, /api/v1/vocabularies?lang=en",
        "listProblemKinds, /api/v1/problems?lang=en",
        "getProblemKind, /api/v1/problems/gone?lang=sr-Latn"
    })
    void theExampleIsARealResponse(String operation, String url) throws IOException {
        JsonNode response =
                JSON.readTree(given().urlEncodingEnabled(false).get(url).asByteArray());
        replaceVolatileValues(response);
        Path file = FOLDER.resolve(operation + ".json");
        if (Boolean.getBoolean("putokaz.refresh")) {
            Files.writeString(file, JSON.writeValueAsString(response) + "\n");
        }
        assertThat(JSON.writeValueAsString(response) + "\n")
                .as(file.getFileName().toString())
                .isEqualTo(Files.readString(file));
    }

    @Test
    void everyExampleBelongsToAnOperationOrASchema() throws IOException {
        JsonNode contract = JSON.readTree(Files.readString(Contract.FILE));
        Set<String> operations = new TreeSet<>();
        contract.findValues("operationId").forEach(id -> operations.add(id.asText()));
        contract.at("/components/schemas").fieldNames().forEachRemaining(operations::add);
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("(\\.request)?\\.json$", "")))
                    .isSubsetOf(operations);
        }
    }

    /** Replaces what differs from store to store: positions, times, cursors and tokens. */
    private static void replaceVolatileValues(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.has("position")) {
                object.put("position", 14);
            }
            if (object.path("page").hasNonNull("next")) {
                ((ObjectNode) object.get("page")).put("next", SOME_CURSOR);
            }
            if (object.hasNonNull("next") && object.has("changes")) {
                object.put("next", SOME_TOKEN);
            }
            for (String time : Set.of("publishedAt", "at")) {
                if (object.has(time)) {
                    object.put(time, SOME_INSTANT);
                }
            }
        }
        node.forEach(ExamplesTest::replaceVolatileValues);
    }
}
