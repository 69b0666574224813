package org.putokaz.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Center's own page, as it was before it became content: each known slip is found at its place, and nothing else. */
class SourcePageTest {

    @Test
    void theSlipsOfThePageAreFoundAndNothingElse() throws IOException {
        List<String> said = Lint.findings("sr-Cyrl", TextKind.PROSE, page()).stream()
                .map(finding -> finding.rule() + " " + finding.offset() + " " + finding.line() + ":" + finding.column()
                        + " " + Lint.said(finding))
                .toList();

        assertThat(said)
                .containsExactly(
                        "L5 0 1:1 latin-word-looks-cyrillic «a» а",
                        "L8 267 5:239 date-form «07.03. 2012.» 07.03.2012. / 7. 3. 2012.",
                        "L8 420 7:40 date-without-year «02. 07.»",
                        "L8 428 7:48 relative-year «исте године»",
                        "L1 870 9:197 mixed-script «жртавa» жртава",
                        "L11 1664 11:392 phone-in-prose «063 610 590»",
                        "L11 1692 11:420 mail-in-prose «centar@centarzztlj.rs»",
                        "L9 1764 12:51 odd-space «\u00A0»",
                        "L11 1765 12:52 mail-in-prose «centar@centarzztlj.rs»");
    }

    @Test
    void thePageIsReadTheSameAsPlainText() throws IOException {
        List<String> inProse = codesWithoutContacts(TextKind.PROSE);

        // Only Markdown drops the two spaces before each typed bullet.
        assertThat(codesWithoutContacts(TextKind.LINE))
                .filteredOn(code -> !code.equals("space-at-edge"))
                .isEqualTo(inProse);
    }

    private static List<String> codesWithoutContacts(TextKind kind) throws IOException {
        return Lint.findings("sr-Cyrl", kind, page()).stream()
                .map(finding -> finding.message().code())
                .filter(code -> !code.endsWith("-in-prose"))
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of(
                System.getProperty("putokaz.basedir", "."), "src/test/resources/lint/istorijat-razvoja-centra.txt"));
    }
}
