package org.putokaz.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.putokaz.lint.place.PlaceDetector;

/** The Center's content pack is written as the linter asks. */
class ContentPackTest {

    private static final Path PACK =
            Path.of(System.getProperty("putokaz.basedir", "."), "src/main/resources/content-pack");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> LANGUAGES = Set.of("sr-Cyrl", "sr-Latn", "en");
    private static final Set<String> PROSE = Set.of("description", "summary", "body", "accessibility");

    private record Written(String language, TextKind kind, String text) {}

    @TestFactory
    List<DynamicTest> everyTextOfThePackIsWithoutAFinding() throws IOException {
        return files().stream()
                .map(file -> dynamicTest(
                        file.getFileName().toString(),
                        () -> assertThat(texts(file))
                                .isNotEmpty()
                                .allSatisfy(
                                        written -> assertThat(Lint.said(written.language, written.kind, written.text))
                                                .isEmpty())))
                .toList();
    }

    /** The Shelter is confidential, so the texts about it are searched for places. */
    @Test
    void noTextOfThePackLeadsToAPlace() throws IOException {
        PlaceDetector detector = new PlaceDetector();
        for (Path file : files()) {
            for (Written written : texts(file)) {
                assertThat(detector.detect(written.kind, written.text, written.language))
                        .as(written.text)
                        .isEmpty();
            }
            String slug = file.getFileName().toString().replace(".yaml", "");
            assertThat(detector.detectInSlug(slug, "slug")).isEmpty();
        }
    }

    @Test
    void thePackHasProseAndLinesInBothLanguages() throws IOException {
        List<Written> all = new ArrayList<>();
        for (Path file : files()) {
            all.addAll(texts(file));
        }
        for (String language : List.of("sr-Cyrl", "en")) {
            for (TextKind kind : List.of(TextKind.LINE, TextKind.PROSE)) {
                assertThat(all).anyMatch(one -> one.language.equals(language) && one.kind == kind);
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(PACK)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Written> texts(Path file) throws IOException {
        List<Written> texts = new ArrayList<>();
        collect("", YAML.readTree(file.toFile()), texts);
        return texts;
    }

    private static void collect(String field, JsonNode node, List<Written> texts) {
        node.properties().forEach(member -> {
            if (LANGUAGES.contains(member.getKey())) {
                TextKind kind = PROSE.contains(field) ? TextKind.PROSE : TextKind.LINE;
                texts.add(new Written(member.getKey(), kind, member.getValue().asText()));
            } else if (field.equals("content") && member.getKey().equals("value")) {
                texts.add(new Written(
                        "sr-Cyrl", TextKind.ADDRESS, member.getValue().asText()));
            } else {
                collect(member.getKey(), member.getValue(), texts);
            }
        });
        if (node.isArray()) {
            node.forEach(item -> collect(field, item, texts));
        }
    }
}
