package org.putokaz.pack.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.locale.LocalisedText;

/** The JSON schemas of packs have exactly the fields that the service reads. */
class PackSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Part of a schema, with its file for resolving references. */
    private record Part(String file, JsonNode schema) {

        static Part of(String file) {
            try (InputStream stream = PackSchemaTest.class.getResourceAsStream("/content-pack/schema/" + file)) {
                return new Part(file, JSON.readTree(stream));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        Part at(String member) {
            return new Part(file, schema.get(member)).resolved();
        }

        Part resolved() {
            if (!schema.has("$ref")) {
                return this;
            }
            String[] reference = schema.get("$ref").asText().split("#", 2);
            String target = reference[0].isEmpty() ? file : reference[0];
            return new Part(target, of(target).schema.at(reference[1])).resolved();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "organisational-unit, org.putokaz.organisation.UnitContent",
        "history-event, org.putokaz.history.EventContent",
        "contact-channel, org.putokaz.contact.content.ChannelContent",
        "help-guide, org.putokaz.guide.GuideContent"
    })
    void aSchemaHasTheFieldsOfItsContent(String schema, String content) throws ClassNotFoundException {
        Part file = Part.of(schema + ".schema.json");
        assertSame(file.at("properties").at("content"), Class.forName(content), content);
        assertSame(new Part(file.file(), file.schema()), EntryEnvelope.class, schema);
    }

    private static void assertSame(Part part, Type type, String where) {
        JsonNode schema = part.schema();
        if (type instanceof ParameterizedType list
                && schema.path("type").asText().equals("array")) {
            assertSame(part.at("items"), list.getActualTypeArguments()[0], where);
        } else if (type instanceof Class<?> constants && constants.isEnum() && schema.has("enum")) {
            List<String> spellings = Arrays.stream(constants.getEnumConstants())
                    .map(constant -> JSON.valueToTree(constant).asText())
                    .toList();
            assertThat(schema.get("enum"))
                    .as(where)
                    .extracting(JsonNode::asText)
                    .containsExactlyElementsOf(spellings);
        } else if (type instanceof Class<?> record
                && record.isRecord()
                && schema.has("properties")
                && record != LocalisedText.class) {
            assertThat(names(schema.get("properties")))
                    .as(where)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(record.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
            assertThat(schema.get("additionalProperties")).as(where).isEqualTo(JSON.valueToTree(false));
            for (RecordComponent component : record.getRecordComponents()) {
                Part member = part.at("properties").at(component.getName());
                assertSame(member, component.getGenericType(), where + "." + component.getName());
            }
        }
    }

    private static List<String> names(JsonNode properties) {
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
