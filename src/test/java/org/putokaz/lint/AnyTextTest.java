package org.putokaz.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every text, whoever typed it and why. */
class AnyTextTest {

    private static final double MOST = 8.0;

    private static final String[] PARTS = {
        "а",
        "Б",
        "љ",
        "Љ",
        "жртавa",
        "ХХ",
        "Х век",
        "век",
        "реч",
        "a",
        "Z",
        "COC",
        "Ð",
        "ǉ",
        "й",
        "ο",
        "7",
        "0",
        "063 610 590",
        "О63",
        "12.",
        "07.03. 2012.",
        "2012",
        "исте године",
        "године",
        " ",
        "  ",
        "\n",
        "\n\n",
        "  \n",
        "\r\n",
        "\r",
        "\t",
        "\u00A0",
        "\u2009",
        "\u200B",
        "\u00AD",
        "\u0301",
        "\uD83D",
        "\uDE00",
        "\uD83D\uDE00",
        "\0",
        ".",
        ",",
        "-",
        "!",
        "?",
        ":",
        ")",
        "(",
        "@",
        "www.",
        "https://",
        "mailto:",
        ".срб",
        ".rs",
        "\"",
        "„",
        "“",
        "”",
        "«",
        "»",
        "*",
        "**",
        "_",
        "`",
        "```",
        "[",
        "](",
        "](/х)",
        "[реф]: /х\n",
        "<",
        ">",
        "<b>",
        "<https://a.rs>",
        "&",
        ";",
        "&amp;",
        "&#97;",
        "&#x200B;",
        "&nbsp;",
        "\\",
        "\\*",
        "# ",
        "> ",
        "- ",
        "1. ",
        "    ",
        "~~~",
        "\uFFFC",
        "𝐚",
        "ﬁ"
    };

    private static final String[] LANGUAGES = {"sr-Cyrl", "sr-Latn", "en", "hu"};

    private static String text(Random random) {
        return random.ints(random.nextInt(30), 0, PARTS.length)
                .mapToObj(part -> PARTS[part])
                .collect(Collectors.joining());
    }

    @Test
    void everyFindingStandsInsideItsText() {
        Random random = new Random(13);
        int findings = 0;
        for (int i = 0; i < 6_000; i++) {
            String text = text(random);
            TextKind kind = TextKind.values()[i % 3];
            for (Finding finding : Lint.findings(LANGUAGES[i % 4], kind, text)) {
                findings++;
                int end = finding.offset() + finding.length();
                assertThat(finding.length()).as(text).isPositive();
                assertThat(end).as(text).isLessThanOrEqualTo(text.length());
                assertThat(text.substring(finding.offset(), end)).as(text).isEqualTo(finding.found());
                assertThat(finding.suggestions()).as(text).doesNotContain(finding.found());
                assertThat(lineStart(text, finding.line()) + finding.column() - 1)
                        .as(text)
                        .isEqualTo(finding.offset());
            }
        }
        assertThat(findings).isGreaterThan(6_000);
    }

    @Test
    void textIsReadInOrder() {
        Random random = new Random(14);
        for (int i = 0; i < 2_000; i++) {
            assertThat(Lint.findings("sr-Cyrl", TextKind.PROSE, text(random)))
                    .extracting(Finding::offset)
                    .isSorted();
        }
    }

    @Test
    void aFloodOfWarningsHidesNoError() {
        String text = "реч  дан  ".repeat(2_000) + "жртавa";

        assertThat(Lint.findings("sr-Cyrl", TextKind.PROSE, text))
                .hasSize(51)
                .last()
                .extracting(Finding::level, Finding::found)
                .containsExactly(Severity.ERROR, "жртавa");
    }

    @Test
    void aMessageIsNeverAsLongAsItsText() {
        Finding finding = Lint.findings("sr-Cyrl", TextKind.LINE, "а".repeat(10_000) + "a")
                .get(0);

        assertThat(finding.length()).isEqualTo(10_001);
        assertThat((String) finding.message().arguments().get(0)).hasSize(61).endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "а",
                "аa",
                "Х",
                "Х ",
                " ",
                "0",
                "0.",
                "01.",
                "0 ",
                "1О ",
                "01.01.",
                "2012 ",
                "a",
                "a ",
                "e\u0301",
                "\u0301",
                "\u200B",
                "а,",
                "\"",
                "„“",
                "@",
                "а@",
                "а@а.",
                "а.",
                "://",
                "www.",
                "063 610 590 ",
                "&",
                "&#97;",
                "&amp;",
                "*",
                "**а",
                "_а",
                "`",
                "[",
                "](",
                "<",
                "![",
                "> ",
                "- ",
                "\n",
                "а\n",
                "а  \n",
                "\\"
            })
    void fourTimesTheTextTakesAboutFourTimesTheTime(String part) {
        String once = part.repeat(5_000 / part.length());
        time(once);

        // Whatever goes back over the text takes sixteen times as long, however often it is tried.
        double ratio = Double.MAX_VALUE;
        for (int attempt = 0; attempt < 4 && ratio >= MOST; attempt++) {
            ratio = time(once.repeat(4)) / time(once);
        }
        assertThat(ratio).isLessThan(MOST);
    }

    /** What this thread worked, at best of several times: others on the machine and the compiler can only add to it. */
    private static double time(String text) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = thread.getCurrentThreadCpuTime();
            Lint.findings("sr-Cyrl", TextKind.PROSE, text);
            best = Math.min(best, thread.getCurrentThreadCpuTime() - start);
        }
        return best;
    }

    private static int lineStart(String text, int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = start;
            while (text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
        }
        return start;
    }
}
