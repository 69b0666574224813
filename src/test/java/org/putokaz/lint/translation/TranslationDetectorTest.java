package org.putokaz.lint.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.lint.Finding;
import org.putokaz.lint.TextKind;
import org.putokaz.locale.Language;

/** What is wrong with a text beside the one that it translates, and what only looks so. */
class TranslationDetectorTest {

    private static final TranslationDetector DETECTOR = new TranslationDetector();

    private static List<String> found(String language, String original, String text) {
        return DETECTOR.detect(TextKind.PROSE, Language.of(language), text, original, Language.SR_CYRL).stream()
                .map(finding -> finding.message().code() + " " + finding.found())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | Позовите полицију на 192.            | Call the police: 193.              | number-added 193
            en      | Основан је 2012. године.             | It was founded in 2021.            | number-added 2021
            en      | Бесплатно: 116 006                   | Free of charge: 116 066            | number-added 116 066
            en      | Казна од 1.500 динара                | A fine of 15,000 dinars            | number-added 15,000
            sr-Latn | Позовите 192.                        | Pozovite 193.                      | number-added 193
            """)
    void aNumberThatIsNotTheSameIsFoundInBothDirections(String language, String original, String text, String added) {
        assertThat(found(language, original, text))
                .contains(added)
                .hasSize(2)
                .anyMatch(code -> code.startsWith("number-left-out"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Позовите полицију на 192.   | Call the police.
            Радимо од 2004. године.     | We work.
            """)
    void aNumberThatIsLeftOutIsFound(String original, String text) {
        assertThat(found("en", original, text)).containsExactly("number-left-out " + text);
    }

    @Test
    void theMessageNamesTheNumberThatIsLeftOut() {
        List<Finding> found =
                DETECTOR.detect(TextKind.LINE, Language.EN, " Call us ", "Позовите 192", Language.SR_CYRL);

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.message().arguments()).containsExactly("Call us", "192", "sr-Cyrl");
            assertThat(finding.offset()).isEqualTo(1);
            assertThat(finding.length()).isEqualTo(7);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Радимо од 8 до 17 часова.                  | We work from 8 am to 5 pm.
            Деведесетих, у XIX веку, 1990-их           | In the 1990s, in the 19th century
            Казна од 1.500 динара                      | A fine of 1,500 dinars
            „Службени гласник РС”, број 16/2012        | Official Gazette of the RS, No. 16/2012
            063 610 590                                | +381 63 610 590
            011/3612-345                               | +381 11 3612 345
            13. априла 2012. године                    | 13 April 2012
            [114](https://example.org/a/2020)          | [114](https://example.org/a/2021)
            """)
    void numbersThatAreWrittenDifferentlyAreTheSame(String original, String text) {
        assertThat(found("en", original, text).stream().filter(code -> !code.contains("3612") && !code.contains("345")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | Позовите нас.   | Позовите нас.        | other-script Позовите нас.
            en      | Позовите нас.   | Позовите us.         | other-script Позовите us.
            sr-Latn | Позовите нас.   | Позовите нас.        | other-script Позовите нас.
            en      | Позовите нас одмах | Pozovite nas odmah | not-translated Pozovite nas odmah
            en      | Šta: Нађите нас брзо | Šta: Nadjite nas brzo | not-translated Šta: Nadjite nas brzo
            """)
    void aTextThatIsNotInItsLanguageIsFound(String language, String original, String text, String code) {
        assertThat(found(language, original, text)).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | Позовите нас.          | Call us.
            en      | Центар (ЦЗЖТЉ)         | Center (ЦЗЖТЉ)
            en      | Дом Београд            | Dom Beograd
            sr-Latn | Позовите нас одмах     | Pozovite nas odmah
            mk      | Повикајте нè           | Повикајте нè
            en      | 192                    | 192
            """)
    void aTextInItsLanguageIsNot(String language, String original, String text) {
        assertThat(found(language, original, text)).isEmpty();
    }
}
