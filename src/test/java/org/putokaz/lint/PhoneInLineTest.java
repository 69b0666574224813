package org.putokaz.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.lint.phone.PhoneNumberComparer;
import org.putokaz.lint.rule.KnownNumbers;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/** A name, label or title may show the number of its own channel, or else of a published one. */
class PhoneInLineTest {

    private static final KnownNumbers OWN = new KnownNumbers("+38163610590", number -> true);
    private static final KnownNumbers PUBLISHED =
            new KnownNumbers(null, number -> PhoneNumberComparer.isShown("+38163610590", number));

    private static List<Finding> find(String text, KnownNumbers numbers) {
        return Lint.LINTER.lint(Language.EN, TextKind.LINE, text, numbers).stream()
                .filter(finding -> finding.rule().equals("L11"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contact telephone 063 610 590",
                "Telephone 063/610-590, day and night",
                "Telephone 063 610 590 24/7",
                "+381 63 610 590",
                "Write: https://wa.me/38163610590",
                "Telephone",
                "Gazette 016/2012, 011-00123/2019",
                "From 01.02.2012. to 31. 12. 2024.",
                "Account 840-0000001620-21",
                "Open 08.00-16.00"
            })
    void theNumberOfTheChannelIsNoFault(String text) {
        assertThat(find(text, OWN)).isEmpty();
        assertThat(find(text, PUBLISHED)).isEmpty();
        assertThat(find(text, KnownNumbers.ALL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Contact telephone 063 610 591      | 063 610 591
            063 610 590 or 011 2650 329        | 011 2650 329
            Telephone +381 (0)64 610 590       | +381 (0)64 610 590
            Write: https://wa.me/38163610591   | https://wa.me/38163610591
            Call tel:+38163610591              | tel:+38163610591
            """)
    void anyOtherNumberIsAWarning(String text, String found) {
        assertThat(find(text, OWN)).singleElement().satisfies(finding -> {
            assertThat(finding.message().code()).isEqualTo("phone-not-of-channel");
            assertThat(finding.message().arguments()).last().isEqualTo("+38163610590");
            assertThat(finding.found()).isEqualTo(found);
            assertThat(finding.level()).isEqualTo(Severity.WARNING);
        });
        assertThat(find(text, PUBLISHED)).singleElement().satisfies(finding -> {
            assertThat(finding.message().code()).isEqualTo("phone-of-no-channel");
            assertThat(finding.found()).isEqualTo(found);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            192            | Police 193            | 193
            112            | Line 116 006, 112     | 116 006
            19833          | Line 19834            | 19834
            +38163610590   | Police 192            | 192
            """)
    void aShortCodeIsThatOfTheChannel(String own, String text, String found) {
        assertThat(find(text, new KnownNumbers(own, number -> true)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.found()).isEqualTo(found));
        assertThat(find(text, KnownNumbers.ALL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            192            | Police 192
            116006         | Line 116 006
            116006         | Line 116006 since 1998
            112            | Article 112/2019, 1.120, 24/7
            +38163610590   | Room 12, since 2004, 150.000
            """)
    void whatIsNoOtherShortCodeIsNoFault(String own, String text) {
        assertThat(find(text, new KnownNumbers(own, number -> true))).isEmpty();
    }

    @Test
    void itIsFoundInEveryLanguage() {
        for (String language : List.of("sr-Cyrl", "sr-Latn", "en", "hu", "ro")) {
            assertThat(Lint.LINTER.lint(Language.of(language), TextKind.LINE, "063 610 591", OWN))
                    .extracting(finding -> finding.message().code())
                    .containsExactly("phone-not-of-channel");
        }
    }

    @Test
    void theSentenceNamesBothNumbers() {
        MessageCatalogue messages = new MessageCatalogue(
                new LanguagePolicy(Language.SR_CYRL, List.of(Language.SR_CYRL, Language.EN), Map.of()));
        Finding finding = find("063 610 591", OWN).get(0);
        for (Language language : Set.of(Language.SR_CYRL, Language.EN)) {
            assertThat(messages.text(finding.message(), language)).contains("063 610 591", "+38163610590");
        }
    }
}
