package org.putokaz.editorial.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.live.family.Attachment;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.organisation.service.ServiceValidator;

/** Schemas of content: their texts, limits and languages. */
class ContentSchemaBuilderTest {

    private static final List<String> FAMILIES =
            List.of("organisational-units", "history-events", "contact-channels", "help-guides");

    private static final LanguagePolicy LANGUAGES =
            new LanguagePolicy(Language.SR_CYRL, List.of(Language.SR_CYRL, Language.SR_LATN, Language.EN), Map.of());

    /** Of the lists that may not be as long as others. */
    private static final Map<String, Integer> MAX_ITEMS_BY_NAME = Map.of(
            "additionalHours", 10,
            "attachments", Attachment.MAX_ATTACHMENTS,
            "services", ServiceValidator.MAX_SERVICES,
            "requiredDocuments", ServiceValidator.MAX_DOCUMENTS);

    private static JsonNode schema(String family, Language language) {
        return builder(LANGUAGES, language).build(family);
    }

    private static ContentSchemaBuilder builder(LanguagePolicy languages, Language language) {
        return new ContentSchemaBuilder(new MessageCatalogue(languages), languages, language);
    }

    /** Visits the members of a schema, with their paths, but not the languages of a text. */
    private static void visit(String path, JsonNode schema, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(path, schema);
        JsonNode element = schema.has("items") ? schema.get("items") : schema;
        if (!element.has("patternProperties")) {
            element.path("properties")
                    .properties()
                    .forEach(member -> visit(path + "." + member.getKey(), member.getValue(), visitor));
        }
    }

    private static void visitAll(Language language, BiConsumer<String, JsonNode> visitor) {
        FAMILIES.forEach(
                family -> visit("schema." + ContentSchemaFiles.nameFor(family), schema(family, language), visitor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sr-Cyrl", "sr-Latn", "en"})
    void everyMemberHasATitleAndADescription(String tag) {
        visitAll(Language.of(tag), (path, member) -> {
            for (String text : List.of("title", "description")) {
                assertThat(member.path(text).asText())
                        .as(path)
                        .isNotEmpty()
                        .doesNotStartWith("schema.")
                        .matches(tag.equals("sr-Cyrl") ? "(?s).*[\\u0400-\\u04ff].*" : "[^\\u0400-\\u04ff]*");
            }
        });
    }

    @Test
    void noTextOfTheCatalogueIsLeftOver() throws IOException {
        Set<String> codes =
                new TreeSet<>(List.of("schema.authoritative-text", "schema.derived-text", "schema.translated-text"));
        visitAll(Language.EN, (path, member) -> codes.addAll(List.of(path + ".title", path + ".description")));
        Properties catalogue = new Properties();
        try (InputStream file = getClass().getResourceAsStream("/messages/schema/en.properties")) {
            catalogue.load(file);
        }

        assertThat(catalogue.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void listsAndTextsHaveTheLimitsOfTheRules() {
        List<String> checked = new ArrayList<>();
        visitAll(Language.EN, (path, member) -> {
            // Distinct values of an enumeration are few anyway.
            boolean ofEnumeration = member.at("/items").has("enum");
            if (member.path("type").asText().equals("array")
                    && !ofEnumeration
                    && !path.contains(".hours.")
                    && !path.contains(".additionalHours.")) {
                String name = path.substring(path.lastIndexOf('.') + 1);
                assertThat(member.path("maxItems").asInt())
                        .as(path)
                        .isEqualTo(MAX_ITEMS_BY_NAME.getOrDefault(name, ContentViolations.MAX_ITEMS));
            }
            member.path("properties").properties().stream()
                    .filter(language -> member.has("patternProperties"))
                    .forEach(language -> {
                        boolean prose = language.getValue().has("contentMediaType");
                        assertThat(language.getValue().path("maxLength").asInt())
                                .as(path)
                                .isEqualTo(
                                        prose ? ContentViolations.MAX_PROSE_LENGTH : ContentViolations.MAX_LINE_LENGTH);
                        checked.add(path);
                    });
        });
        assertThat(checked).contains("schema.contact-channel.label", "schema.help-guide.steps.body");
    }

    @Test
    void aTextIsAnObjectOfTheOfferedLanguages() {
        LanguagePolicy policy = new LanguagePolicy(
                Language.SR_CYRL,
                List.of(Language.SR_CYRL, Language.SR_LATN, Language.EN, Language.of("hu")),
                Map.of(),
                List.of(Language.SR_LATN, Language.EN),
                Language.EN);
        JsonNode title = builder(policy, Language.SR_LATN).build("help-guides").at("/properties/title");

        assertThat(title.get("properties").fieldNames()).toIterable().containsExactly("sr-Cyrl", "sr-Latn", "en", "hu");
        assertThat(title.at("/properties/hu/title").asText()).isEqualTo("mađarski");
        assertThat(title.at("/properties/hu/maxLength").asInt()).isEqualTo(300);
        // Serbian in Latin script is derived before the required languages are looked for.
        assertThat(title.get("required")).extracting(JsonNode::asText).containsExactly("sr-Cyrl", "en");
    }

    @Test
    void aSchemaNeedsNoOtherDocumentAndAcceptsTheExample() throws IOException {
        for (String family : FAMILIES) {
            JsonNode schema = schema(family, Language.EN);
            assertThat(schema.findValues("$ref")).as(family).isEmpty();
            assertThat(schema.at("/$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        }
        JsonNode guide = new ObjectMapper()
                .readTree(Objects.requireNonNull(getClass().getResource("/META-INF/examples/HelpGuideDraft.json")))
                .get("content");
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema("help-guides", Language.EN))
                        .validate(guide))
                .isEmpty();
    }
}
