package org.putokaz.http.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

class LanguagePolicyProducerTest {

    /** Settings of an operator. */
    private record Settings(
            String authoritative,
            List<String> offered,
            List<String> required,
            Optional<String> unmatched,
            Map<String, List<String>> fallback)
            implements LanguageConfig {}

    private static LanguagePolicy policy(String authoritative, String offered, String required) {
        return policy(authoritative, offered, required, null);
    }

    private static LanguagePolicy policy(
            String authoritative, String offered, String required, @Nullable String unmatched) {
        return new LanguagePolicyProducer()
                .languages(new Settings(
                        authoritative,
                        List.of(offered.split(" ")),
                        List.of(required.split(" ")),
                        Optional.ofNullable(unmatched),
                        Map.of("en", List.of("sr-Latn"))));
    }

    @Test
    void theAuthoritativeLanguageIsRequiredWhateverElseIs() {
        assertThat(policy("sr-Cyrl", "sr-Cyrl sr-Latn en", "en").required())
                .containsExactly(Language.SR_CYRL, Language.EN);
        assertThat(policy("en", "en", "en").required()).containsExactly(Language.EN);
    }

    @Test
    void requestsForOtherLanguagesGetEnglishWhereItIsOfferedUnlessAnotherIsSet() {
        assertThat(policy("sr-Cyrl", "sr-Cyrl sr-Latn en", "en").unmatched()).isEqualTo(Language.EN);
        assertThat(policy("sr-Cyrl", "sr-Cyrl sr-Latn", "sr-Latn").unmatched()).isEqualTo(Language.SR_CYRL);
        assertThat(policy("sr-Cyrl", "sr-Cyrl sr-Latn en", "en", "sr-Latn").unmatched())
                .isEqualTo(Language.SR_LATN);
        assertThatThrownBy(() -> policy("sr-Cyrl", "sr-Cyrl en", "en", "ar"))
                .hasMessage("putokaz.languages.unmatched: ar is not among putokaz.languages.offered [sr-Cyrl, en]");
    }

    @ParameterizedTest
    @CsvSource({
        "sr-Cyrl, sr-Cyrl en, de, 'putokaz.languages.required: de is not among putokaz.languages.offered [sr-Cyrl, en]'",
        "sr-Cyrl, sr-Cyrl en, x-!, 'putokaz.languages.required: \"x-!\" is not a language tag'",
        "de, sr-Cyrl en, en, 'putokaz.languages.authoritative: de is not among putokaz.languages.offered [sr-Cyrl, en]'",
        "sr-Cyrl, sr-Cyrl serbian!, en, 'putokaz.languages.offered: \"serbian!\" is not a language tag'"
    })
    void aTagThatCannotBeMeantIsNamedWithItsSetting(
            String authoritative, String offered, String required, String message) {
        assertThatThrownBy(() -> policy(authoritative, offered, required)).hasMessage(message);
    }
}
