package org.putokaz.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Contract;
import org.putokaz.fixture.HttpTest;

/** OpenAPI document: the committed one is the one served, and every operation and schema is described. */
@HttpTest
class ContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final boolean REFRESH = Boolean.getBoolean("putokaz.refresh");

    private static JsonNode served() throws IOException {
        return JSON.readTree(given().get("/openapi.json").asByteArray());
    }

    @Test
    void theCommittedDocumentIsTheOneServed() throws IOException {
        String json = given().get("/openapi.json").asString() + "\n";
        String yaml = given().get("/openapi.yaml").asString();
        Path yamlFile = Contract.FILE.resolveSibling("putokaz.yaml");
        if (REFRESH) {
            Files.writeString(Contract.FILE, json);
            Files.writeString(yamlFile, yaml);
        }
        assertThat(json).as("openapi/putokaz.json").isEqualTo(Files.readString(Contract.FILE));
        assertThat(yaml).as("openapi/putokaz.yaml").isEqualTo(Files.readString(yamlFile));
    }

    @Test
    void everyOperationIsDescribedAndHasAnExample() throws IOException {
        served().at("/paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
                    JsonNode description = operation.getValue();
                    assertThat(description.path("summary").asText())
                            .as(path.getKey())
                            .isNotBlank();
                    assertThat(description.path("description").asText())
                            .as(path.getKey())
                            .isNotBlank();
                    assertThat(description.path("operationId").asText())
                            .as(path.getKey())
                            .isNotBlank();
                    assertThat(description.path("tags").size())
                            .as(path.getKey())
                            .isEqualTo(1);
                    description.path("responses").properties().stream()
                            .filter(response -> response.getKey().startsWith("2"))
                            .map(response -> response.getValue().at("/content/application~1json"))
                            .filter(content -> !content.isMissingNode())
                            .forEach(content -> assertThat(content.has("example") || content.has("examples"))
                                    .as("example of " + operation.getKey() + " " + path.getKey())
                                    .isTrue());
                }));
    }

    @Test
    void everyParameterOfAPathIsDefined() throws IOException {
        JsonNode document = served();
        document.at("/paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> assertThat(pathParameters(document, operation.getValue()))
                                .as(operation.getKey() + " " + path.getKey())
                                .containsExactlyInAnyOrderElementsOf(templates(path.getKey()))));
    }

    private static List<String> pathParameters(JsonNode document, JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(parameter -> parameter.has("$ref")
                        ? document.at(parameter.get("$ref").asText().substring(1))
                        : parameter)
                .filter(parameter -> parameter.path("in").asText().equals("path"))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private static List<String> templates(String path) {
        return Pattern.compile("\\{([^}]+)}")
                .matcher(path)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void everyObjectInsideASchemaHasANameOfItsOwn() throws IOException {
        served().at("/components/schemas")
                .fields()
                .forEachRemaining(schema -> schema.getValue()
                        .path("properties")
                        .forEach(property -> assertThat(property.path("items").has("properties"))
                                .as("an object without a name in " + schema.getKey())
                                .isFalse()));
    }

    @Test
    void whatIsAlwaysThereIsNeverNullInTheContract() throws IOException {
        JsonNode schemas = served().at("/components/schemas");
        assertThat(schemas.at("/Source/properties/title/type").asText()).isEqualTo("string");
        assertThat(schemas.at("/LegalBasis/properties/title/type").asText()).isEqualTo("string");
        assertThat(schemas.at("/Address/properties/city/type").asText()).isEqualTo("string");
        assertThat(schemas.at("/Address/properties/street/type")).hasSize(2);
    }
}
