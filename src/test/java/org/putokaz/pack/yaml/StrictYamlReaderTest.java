package org.putokaz.pack.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Aliases in YAML files stand for copies, within bounds. */
class StrictYamlReaderTest {

    private static YamlJsonTree read(String text) throws MalformedYamlException {
        return StrictYamlReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAliasIsACopyOfWhatItsAnchorMarks() throws Exception {
        YamlJsonTree tree = read("a: &text {sr-Cyrl: Кућа}\nb: *text\nc: &day 2012-04-13\nd: [*day, *day]\n");

        assertThat(tree.root())
                .hasToString("{\"a\":{\"sr-Cyrl\":\"Кућа\"},\"b\":{\"sr-Cyrl\":\"Кућа\"},"
                        + "\"c\":\"2012-04-13\",\"d\":[\"2012-04-13\",\"2012-04-13\"]}");
        assertThat(tree.lineOf("/b")).isEqualTo(2);
    }

    @Test
    void aHundredAliasesAreReadAndOneMoreIsNot() throws Exception {
        String anchor = "a: &a {x: 1}\nb: [";
        assertThat(read(anchor + "*a,".repeat(100) + "]").root().get("b")).hasSize(100);
        assertThatThrownBy(() -> read(anchor + "*a,".repeat(101) + "]")).isInstanceOf(MalformedYamlException.class);
    }

    @Test
    void whatStandsForTooMuchOrForItselfIsRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        for (String text : new String[] {bomb.toString(), "a: &a [*a]", "a: &a {b: {c: *a}}"}) {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOfSatisfying(
                            MalformedYamlException.class,
                            refused -> assertThat(refused.reason().code()).isEqualTo("yaml-aliases-too-large"));
        }
    }
}
