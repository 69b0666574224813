package org.putokaz.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for the files of the Center's content pack, and the JSON schemas that editors check them with. */
class CenterPackTest {

    private static final Path PACK = pack();
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Map<String, Integer> FILES_BY_FAMILY =
            Map.of("organisational-units", 4, "history-events", 7, "contact-channels", 2, "help-guides", 1);
    private static final Set<String> PROSE = Set.of("description", "body", "summary", "accessibility");
    private static final Set<String> REFERENCES = Set.of("parent", "predecessors", "units", "unit", "contactChannels");
    private static final Pattern MIXED_WORD =
            Pattern.compile("(?:\\p{IsLatin}\\p{M}*\\p{IsCyrillic}" + "|\\p{IsCyrillic}\\p{M}*\\p{IsLatin})");
    private static final Pattern CONTACT_DATA = Pattern.compile("@|\\b\\d{2,3}[ /-]?\\d{3}[ -]?\\d{3}");
    private static final Pattern UNQUOTED_DATE =
            Pattern.compile("(?m)^[\\s-]*(?:date|established|dissolved|lastVerified|available\\w+):[ ]*[^\"\\s].*$");

    /** File of the pack, as text and as a tree. */
    record ContentFile(String family, String name, String text, JsonNode tree) {
        @Override
        public String toString() {
            return family + "/" + name;
        }
    }

    /** Field anywhere in a file, with its value. */
    record Field(String name, JsonNode value) {}

    @Test
    void everyFamilyHasTheEntriesOfTheSource() {
        FILES_BY_FAMILY.forEach((family, count) ->
                assertThat(files().filter(f -> f.family().equals(family))).hasSize(count));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileFollowsTheSchemaItNames(ContentFile file) {
        String schema = file.family().replaceFirst("s$", "") + ".schema.json";
        assertThat(file.text()).startsWith("# yaml-language-server: $schema=../schema/" + schema + "\n");
        assertThat(SCHEMAS.getSchema(SchemaLocation.of("classpath:content-pack/schema/" + schema))
                        .validate(file.tree()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisational-unit", "history-event", "contact-channel", "help-guide"})
    void aSchemaRefusesAFieldItDoesNotKnow(String kind) throws IOException {
        JsonNode slip = YAML.readTree("{id: x, slug: Č, content: {naem: {}}}");
        assertThat(SCHEMAS.getSchema(SchemaLocation.of("classpath:content-pack/schema/" + kind + ".schema.json"))
                        .validate(slip))
                .extracting(message -> message.getType())
                .contains("additionalProperties", "pattern", "required");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsNamedAfterItsSlug(ContentFile file) {
        assertThat(file.name()).isEqualTo(file.tree().path("slug").asText() + ".yaml");
    }

    @Test
    void everyIdIsOneOfAKindAndAUuidOfVersionSeven() {
        List<String> ids = allFields("id").map(f -> f.value().asText()).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(17);
        assertThat(ids)
                .allSatisfy(id -> assertThat(UUID.fromString(id).version()).isEqualTo(7));
    }

    @Test
    void everyReferenceLeadsToAnEntryOfTheRightFamily() {
        Map<String, String> families = Map.of("contactChannels", "contact-channels");
        for (String name : REFERENCES) {
            Set<String> known = new HashSet<>();
            String family = families.getOrDefault(name, "organisational-units");
            files().filter(f -> f.family().equals(family))
                    .forEach(f -> known.add(f.tree().path("id").asText()));
            List<String> used = allFields(name).flatMap(f -> leaves(f.value())).toList();
            assertThat(used).as(name).isNotEmpty().allMatch(known::contains);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTextIsInBothLanguagesAndNoneInDerivedLatin(ContentFile file) {
        List<List<String>> languages = fields(file.tree())
                .filter(f -> f.value().has("sr-Cyrl") || f.value().has("en"))
                .map(f -> List.copyOf(
                        f.value().propertyStream().map(Map.Entry::getKey).toList()))
                .toList();
        assertThat(languages).isNotEmpty().containsOnly(List.of("sr-Cyrl", "en"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void noWordMixesScriptsAndNoTextIsInTheOtherLanguage(ContentFile file) {
        assertThat(file.text()).doesNotContainPattern(MIXED_WORD);
        assertThat(allTexts(file, "sr-Cyrl"))
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("\\p{IsLatin}"));
        assertThat(allTexts(file, "en")).allSatisfy(text -> assertThat(text).doesNotContainPattern("\\p{IsCyrillic}"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void proseHoldsNoContactDataAndNoHtml(ContentFile file) {
        fields(file.tree())
                .filter(f -> PROSE.contains(f.name()))
                .flatMap(f -> leaves(f.value()))
                .forEach(prose -> {
                    assertThat(prose).doesNotContainPattern(CONTACT_DATA);
                    assertThat(htmlIn(prose)).isEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyDateIsInQuotes(ContentFile file) {
        assertThat(file.text()).doesNotContainPattern(UNQUOTED_DATE);
    }

    private static Stream<ContentFile> files() {
        return FILES_BY_FAMILY.keySet().stream().sorted().flatMap(family -> {
            try (Stream<Path> paths = Files.list(PACK.resolve(family))) {
                return paths.sorted().map(path -> read(family, path)).toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static ContentFile read(String family, Path path) {
        try {
            String text = Files.readString(path);
            return new ContentFile(family, path.getFileName().toString(), text, YAML.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }

    private static Path pack() {
        try {
            return Path.of(CenterPackTest.class
                            .getResource("/content-pack/pack.yaml")
                            .toURI())
                    .getParent();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Field> allFields(String name) {
        return files().flatMap(f -> fields(f.tree())).filter(f -> f.name().equals(name));
    }

    private static List<String> allTexts(ContentFile file, String language) {
        return fields(file.tree())
                .filter(f -> f.name().equals(language))
                .map(f -> f.value().asText())
                .toList();
    }

    private static Stream<Field> fields(JsonNode node) {
        List<Field> found = new ArrayList<>();
        node.propertyStream().forEach(p -> found.add(new Field(p.getKey(), p.getValue())));
        return Stream.concat(found.stream(), children(node).flatMap(CenterPackTest::fields));
    }

    private static Stream<String> leaves(JsonNode node) {
        return node.isContainerNode() ? children(node).flatMap(CenterPackTest::leaves) : Stream.of(node.asText());
    }

    private static Stream<JsonNode> children(JsonNode node) {
        List<JsonNode> children = new ArrayList<>();
        node.elements().forEachRemaining(children::add);
        return children.stream();
    }

    private static List<String> htmlIn(String prose) {
        List<String> found = new ArrayList<>();
        Parser.builder().build().parse(prose).accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock html) {
                found.add(html.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                found.add(html.getLiteral());
            }
        });
        return found;
    }
}
