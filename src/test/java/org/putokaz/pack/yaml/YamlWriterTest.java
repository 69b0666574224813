package org.putokaz.pack.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Written YAML is read back as the same tree, and has the style of a person. */
class YamlWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Difficult parts of texts: line breaks, indicators, lookalikes of numbers and booleans, invisible characters. */
    private static final String[] PIECES = {
        "а",
        "Ж",
        "x",
        "7",
        "0",
        " ",
        "  ",
        "\n",
        "\n\n",
        "-",
        "- ",
        ": ",
        ":",
        " #",
        "#",
        "'",
        "\"",
        "\\",
        "|",
        ">",
        "&a",
        "*a",
        "!",
        "%",
        "@",
        "`",
        "{",
        "}",
        "[",
        "]",
        ",",
        "?",
        "? ",
        "~",
        "null",
        "yes",
        "0x1F",
        "1e3",
        "12:30",
        "=",
        "<<",
        "2012-03-07",
        "\t",
        "\u0000",
        "\u0007",
        "\u0085",
        "\u00A0",
        "\u00AD",
        "\u200B",
        "\u2028",
        "\u2029",
        "\uFEFF",
        "\uFFFE",
        "\uE000",
        "\uD83D\uDE00",
        "й",
        "---",
        "...",
        ".",
        "/",
        "_",
        "+",
        "(",
        ")"
    };

    private static JsonNode readBack(ObjectNode tree) {
        String yaml = YamlWriter.write(tree);
        try {
            return StrictYamlReader.read(yaml.getBytes(StandardCharsets.UTF_8)).root();
        } catch (MalformedYamlException malformed) {
            throw new AssertionError(malformed.reason() + "\n" + yaml, malformed);
        }
    }

    private static void assertSurvives(ObjectNode tree) {
        assertThat(readBack(tree).toString()).as(YamlWriter.write(tree)).isEqualTo(tree.toString());
    }

    @Test
    void anyTextSurvivesWhereverItStands() {
        Random random = new Random(20260704);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(random.nextInt(20) == 0 ? 60 : 6);
            for (int i = 0; i < length; i++) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertSurvives(NODES.objectNode()
                    .put("text", text.toString())
                    .set("list", NODES.arrayNode().add(text.toString()).add("b")));
        }
    }

    @Test
    void anyTreeSurvives() {
        Random random = new Random(20260705);
        for (int round = 0; round < 3000; round++) {
            ObjectNode tree = (ObjectNode) tree(random, 4);
            if (!tree.isEmpty()) {
                assertSurvives(tree);
            }
        }
    }

    private static JsonNode tree(Random random, int depth) {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(4); i >= 0; i--) {
            object.set("k" + PIECES[random.nextInt(PIECES.length)] + i, value(random, depth - 1));
        }
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> NODES.numberNode(random.nextInt());
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.textNode(PIECES[random.nextInt(PIECES.length)].repeat(random.nextInt(4)));
            case 3 -> NODES.textNode("Ред један.\n\nРед два: - # \"три\".".repeat(1 + random.nextInt(2)));
            case 4 -> NODES.nullNode();
            case 5 -> tree(random, depth);
            default -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(random, depth - 1));
                }
                // No content has a list in a list.
                yield hasList(array) ? NODES.arrayNode() : array;
            }
        };
    }

    private static boolean hasList(ArrayNode array) {
        for (JsonNode item : array) {
            if (item.isArray()) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "063 610 590",
                "116 111",
                "2012-03-07",
                "yes",
                "No",
                "null",
                "~",
                "12",
                "1e3",
                "а: б",
                "=",
                "08:00",
                "true"
            })
    void aTextThatCouldBeTakenForAnotherTypeIsInQuotes(String text) {
        assertThat(YamlWriter.write(NODES.objectNode().put("value", text))).isEqualTo("value: \"" + text + "\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00AD", "\u200B", "\uFEFF", "\uE000", "\u2028", "\u0007", "\uFFFE"})
    void invisibleCharactersAreEscaped(String invisible) {
        String yaml = YamlWriter.write(NODES.objectNode().put("value", "a" + invisible + "b"));
        assertThat(yaml).matches("value: \"a\\\\[\\x21-\\x7E]+b\"\n");
    }

    @Test
    void aFileLooksAsAPersonWouldWriteIt() throws Exception {
        ObjectNode tree = (ObjectNode) JSON.readTree("""
                {"id": "01a20a90-1c5c-74a9-9b9a-d0da3d649a85", "slug": "kontakt-telefon",
                 "content": {"value": "063 610 590", "label": {"sr-Cyrl": "Контакт телефон", "en": "Telephone (main)"},
                 "description": {"sr-Cyrl": "Први пасус.\\n\\n- једно,\\n- друго."}, "purposes": ["general", "press"], "rank": 1,
                 "steps": [{"id": "01a20a90-1c5c-74a9-9b9a-d0da3d649a86", "slug": "prvi", "removed": true}]}}""");
        assertThat(YamlWriter.write(tree)).isEqualTo("""
                id: 01a20a90-1c5c-74a9-9b9a-d0da3d649a85
                slug: kontakt-telefon
                content:
                  value: "063 610 590"
                  label:
                    sr-Cyrl: Контакт телефон
                    en: "Telephone (main)"
                  description:
                    sr-Cyrl: |-
                      Први пасус.

                      - једно,
                      - друго.
                  purposes: [general, press]
                  rank: 1
                  steps:
                    - id: 01a20a90-1c5c-74a9-9b9a-d0da3d649a86
                      slug: prvi
                      removed: true
                """);
    }
}
