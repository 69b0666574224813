package org.putokaz.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In prose the words are looked at as a reader reads them, and found where they stand in the source. */
class ProseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            # Наслов жртавa             | mixed-script «жртавa» жртава
            > - жртавa                  | mixed-script «жртавa» жртава
            [жртавa](/о-нама)           | mixed-script «жртавa» жртава
            ![жртавa](/слика.png)       | mixed-script «жртавa» жртава
            **жрт**авa                  | mixed-script «жрт**авa»
            жртав&#97; је               | mixed-script «жртав&#97;»
            по&#x200B;моћ               | invisible-character «&#x200B;»
            по&shy;моћ                  | invisible-character «&shy;»
            \\"да” је                    | straight-quotes «\\"»
            људи &amp; жене             |
            људи &лт; жене              |
            `жртавa  "` и `help`        |
            [људи](/жртавa "help")      |
            <https://жртавa.rs/help>    |
            <centar@centarzztlj.rs>     |
            људи\\, жене                 |
            """)
    void onlyWordsAreRead(String markdown, String said) {
        says(markdown, said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```\nжртавa  help\n```",
                "    жртавa  help",
                "реч\n\n- реч\n\n1. реч",
                "реч  \nдруга",
                "реч\\\nдруга"
            })
    void codeListsAndHardBreaksAreNoFault(String markdown) {
        says(markdown, "");
    }

    @Test
    void spacesAtTheEndOfALineAreFoundUnlessTheyBreakIt() {
        says("реч \nдруга", "space-at-edge « »");
        says("реч  \nдруга", "");
    }

    @Test
    void aWordIsDoubledAcrossALineButNotAcrossParagraphs() {
        says("да се\nсе бави", "doubled-word «се\nсе» се");
        says("> да се\n> се бави", "doubled-word «се\n> се»");
        says("да се\n\nсе бави", "");
    }

    @Test
    void aFindingStandsWhereAnEditorSeesIt() {
        Finding finding = Lint.findings("sr-Cyrl", TextKind.PROSE, "# Наслов\r\n\r\n> Заштита *жртавa* људи")
                .get(0);

        assertThat(finding.rule()).isEqualTo("L1");
        assertThat(finding.level()).isEqualTo(Severity.ERROR);
        assertThat(finding.line()).isEqualTo(3);
        assertThat(finding.column()).isEqualTo(12);
        assertThat(finding.offset()).isEqualTo(23);
        assertThat(finding.length()).isEqualTo(6);
        assertThat(finding.message().arguments()).containsExactly("жртавa", "a", "U+0061", 6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Зовите 063 610 590.                 | phone-in-prose «063 610 590»
            Зовите 063/610-590 данас            | phone-in-prose «063/610-590»
            Зовите +381 (0)63 610 590           | phone-in-prose «+381 (0)63 610 590»
            Зовите (011) 26-81-502              | phone-in-prose «011) 26-81-502»
            Зовите 0038163610590                | phone-in-prose «0038163610590»
            Зовите 00 381 63 610 590            | phone-in-prose «00 381 63 610 590»
            Зовите +1 202 456 1111              | phone-in-prose «+1 202 456 1111»
            Зовите +49 30 1234567               | phone-in-prose «+49 30 1234567»
            Зовите 063 610 590 2012. године     | phone-in-prose «063 610 590»
            тел.063610590, 2012. године         | phone-in-prose «063610590»
            Пишите на centar@centarzztlj.rs.    | mail-in-prose «centar@centarzztlj.rs»
            Пишите на centаr@centarzztlj.rs     | cyrillic-in-address «centаr@centarzztlj.rs» centar@centarzztlj.rs; mixed-script «centаr» centar; mail-in-prose «centаr@centarzztlj.rs»
            Основан 07.03.2012. године          |
            „Гласник”, број 016/2012            |
            Ради 08.00-16.00 и 08-16            |
            Износ 1.000.000,00 и 0,123456789    |
            Рачун 840-0000001620-21             |
            Сајт https://t.me/@centar           |
            """)
    void contactsBelongInContactChannels(String markdown, String said) {
        says(markdown, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            Зовите `063 610 590`.                            | phone-in-prose «063 610 590»
            [позовите](tel:+38163610590)                     | phone-in-link «tel:+38163610590»
            [позовите](https://wa.me/38163610590)            | phone-in-link «https://wa.me/38163610590»
            [позовите](viber://chat?number=38163610590)      | phone-in-link «viber://chat?number=38163610590»
            [пишите](sms:063610590)                          | phone-in-link «sms:063610590»
            <tel:+38163610590>                               | phone-in-link «tel:+38163610590»
            [063 610 590](tel:+38163610590)                  | phone-in-prose «063 610 590»
            [011 2650 329 лок. 12](tel:0112650329;ext=12)    | phone-in-prose «011 2650 329»
            [063 610 590](tel:+38163610591)                  | phone-in-prose «063 610 590»; phone-link-mismatch «tel:+38163610591»
            [**063** 610 590](https://wa.me/38764610590)     | phone-in-prose «063** 610 590»; phone-link-mismatch «https://wa.me/38764610590»
            [`063 610 590`](tel:063610591)                   | phone-in-prose «063 610 590»; phone-link-mismatch «tel:063610591»
            [116 111](tel:116006)                            | phone-link-mismatch «tel:116006»
            [116 111](tel:116111)                            |
            [610-590](tel:+38163610590)                      |
            [позовите](tel:063610590 "064 610 590")          | phone-link-mismatch «tel:063610590»
            [овде](/kontakt "064 610 590")                   | phone-in-prose «064 610 590»
            Пишите на wa.me/38163610590                      | phone-in-prose «wa.me/38163610590»
            [Канцеларија 063](/kontakt) и `063`              |
            `840-0000001620-21` и [2012](https://example.org/063610590) |
            """)
    void aNumberIsFoundInCodeAndBehindLinks(String markdown, String said) {
        String withoutLatinWords = String.join(
                "; ",
                Lint.findings("sr-Cyrl", TextKind.PROSE, markdown).stream()
                        .filter(finding -> finding.rule().equals("L11"))
                        .map(Lint::said)
                        .toList());
        assertThat(withoutLatinWords).isEqualTo(said == null ? "" : said);
    }

    @Test
    void numbersAreFoundInBlocksOfCodeOnTheirLine() {
        says("Зовите:\n\n```\n063 610 590\n```", "phone-in-prose «063 610 590»");
        says("Зовите:\n\n    063 610 590", "phone-in-prose «063 610 590»");
        Finding second = Lint.findings("sr-Cyrl", TextKind.PROSE, "Реч.\n\n[063 610 590](tel:064610590)")
                .get(1);
        assertThat(second.level()).isEqualTo(Severity.ERROR);
        assertThat(second.line()).isEqualTo(3);
        assertThat(second.offset()).isEqualTo(6 + "[063 610 590](".length());
        assertThat(second.message().arguments()).containsExactly("tel:064610590", "063 610 590", "064610590");
    }

    @Test
    void aLabelMayHoldANumber() {
        assertThat(Lint.said("sr-Cyrl", TextKind.LINE, "Телефон 063 610 590")).isEmpty();
    }

    private static void says(String markdown, String said) {
        assertThat(Lint.said("sr-Cyrl", TextKind.PROSE, markdown)).isEqualTo(said == null ? "" : said);
    }
}
