package org.putokaz.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.putokaz.security.token.TokenFormat;

/** Hashes in the examples of the OpenAPI document, which another program computed from the documented form alone. */
class AuditExampleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES =
            Path.of(System.getProperty("putokaz.basedir", "."), "src/main/resources/META-INF/examples");

    private static JsonNode example(String name) throws IOException {
        return JSON.readTree(Files.readString(EXAMPLES.resolve(name)));
    }

    private static AuditEntry parse(JsonNode line) {
        assertThat(line.get("entry").isNull()
                        && line.get("family").isNull()
                        && line.get("revision").isNull())
                .isTrue();
        return new AuditEntry(
                line.get("position").longValue(),
                Instant.parse(line.get("at").textValue()),
                line.at("/actor/id").textValue(),
                line.at("/actor/name").textValue(),
                line.get("action").textValue(),
                null,
                null,
                null,
                JSON.convertValue(line.get("details"), new TypeReference<>() {}),
                line.get("previous").textValue());
    }

    @Test
    void theHashesInTheExampleAreTheComputedOnes() throws IOException {
        JsonNode lines = example("listAuditEntries.json").get("data");

        assertThat(lines).hasSize(2);
        lines.forEach(line ->
                assertThat(parse(line).hash()).isEqualTo(line.get("hash").textValue()));
        assertThat(lines.at("/0/previous")).isEqualTo(lines.at("/1/hash"));
        assertThat(example("verifyAudit.json").at("/head/hash")).isEqualTo(lines.at("/0/hash"));
    }

    @Test
    void theTokenInTheExampleLooksLikeOne() throws IOException {
        assertThat(TokenFormat.isWellFormed(
                        example("createToken.json").get("token").textValue()))
                .isTrue();
    }
}
