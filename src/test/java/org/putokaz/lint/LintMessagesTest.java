package org.putokaz.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

class LintMessagesTest {

    private static final MessageCatalogue MESSAGES = new MessageCatalogue(
            new LanguagePolicy(Language.SR_CYRL, List.of(Language.SR_CYRL, Language.SR_LATN, Language.EN), Map.of()));

    @ParameterizedTest
    @EnumSource(LintCode.class)
    void everyFaultHasASentenceInEveryLanguage(LintCode fault) {
        for (Language language : List.of(Language.SR_CYRL, Language.SR_LATN, Language.EN)) {
            assertThat(MESSAGES.pattern(fault.code(), language)).isNotEqualTo(fault.code());
        }
    }

    @Test
    void everyRuleButSpellingIsThere() {
        Set<String> rules = Arrays.stream(LintCode.values()).map(LintCode::rule).collect(Collectors.toSet());

        assertThat(rules)
                .containsExactlyInAnyOrder(
                        "L1", "L2", "L3", "L4", "L5", "L6", "L8", "L9", "L10", "L11", "L12", "L13", "L14");
    }

    @Test
    void noTwoFaultsShareACode() {
        assertThat(Arrays.stream(LintCode.values()).map(LintCode::code)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"жртавa", "О63 610 590", "7.3.2012.", "а  б", " а", "а\u00A0б", "да \"да\"", "„а” „б“", "c\u0301"
            })
    void aSentenceHasAllItsPlacesFilled(String text) {
        for (Finding finding : Lint.findings("sr-Cyrl", TextKind.LINE, text)) {
            for (Language language : List.of(Language.SR_CYRL, Language.EN)) {
                assertThat(MESSAGES.text(finding.message(), language)).doesNotContain("{", "}");
            }
        }
    }

    @Test
    void aMixedWordIsExplainedToAnEditor() {
        Finding finding = Lint.findings("sr-Cyrl", TextKind.LINE, "жртавa").get(0);

        assertThat(MESSAGES.text(finding.message(), Language.SR_CYRL))
                .isEqualTo("У речи „жртавa” помешана су слова латинице и ћирилице: „a” (U+0061) на 6. месту припада "
                        + "другом писму.");
    }
}
