package org.putokaz.locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.putokaz.locale.Language.EN;
import static org.putokaz.locale.Language.SR_CYRL;
import static org.putokaz.locale.Language.SR_LATN;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.putokaz.locale.LanguagePolicy.Resolved;

class LanguagePolicyTest {

    private static final Language HUNGARIAN = Language.of("hu");
    private static final Language ROMANI = Language.of("rom");

    private static final LanguagePolicy LANGUAGES = new LanguagePolicy(
            SR_CYRL, List.of(SR_CYRL, SR_LATN, EN, HUNGARIAN), Map.of(EN, List.of(SR_LATN, SR_CYRL)));

    private static final LocalisedText EVERYWHERE = LocalisedText.of(SR_CYRL, "ћир")
            .with(SR_LATN, "lat")
            .with(EN, "eng")
            .with(HUNGARIAN, "magyar");

    @Test
    void theWantedLanguageComesFirst() {
        assertThat(LANGUAGES.resolve(EVERYWHERE, EN)).contains(new Resolved("eng", EN));
    }

    @Test
    void aMissingTextFallsBackAlongTheChain() {
        assertThat(LANGUAGES.resolve(without(EN), EN)).contains(new Resolved("lat", SR_LATN));
    }

    @Test
    void withoutAChainTheAuthoritativeTextIsNext() {
        assertThat(LANGUAGES.resolve(without(HUNGARIAN), HUNGARIAN)).contains(new Resolved("ћир", SR_CYRL));
    }

    @Test
    void anyOfferedTextIsBetterThanNone() {
        LocalisedText text =
                LocalisedText.of(HUNGARIAN, "magyar").with(ROMANI, "romani").with(EN, "eng");
        assertThat(LANGUAGES.resolve(text, SR_LATN)).contains(new Resolved("eng", EN));
    }

    @Test
    void aTextInNoOfferedLanguageResolvesToNothing() {
        assertThat(LANGUAGES.resolve(LocalisedText.of(ROMANI, "romani"), EN)).isEmpty();
        assertThat(LANGUAGES.resolve(LocalisedText.EMPTY, EN)).isEmpty();
    }

    @Test
    void onlyConfiguredLanguagesAreOffered() {
        assertThat(LANGUAGES.offers(HUNGARIAN)).isTrue();
        assertThat(LANGUAGES.offers(ROMANI)).isFalse();
    }

    @Test
    void aConfigurationThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> new LanguagePolicy(SR_CYRL, List.of(EN), Map.of()))
                .hasMessageContaining("sr-Cyrl");
        assertThatThrownBy(() -> new LanguagePolicy(EN, List.of(EN, EN), Map.of()))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new LanguagePolicy(EN, List.of(EN), Map.of(), List.of(ROMANI), EN))
                .hasMessageContaining(ROMANI.tag());
        assertThatThrownBy(() -> new LanguagePolicy(EN, List.of(EN), Map.of(), List.of(), ROMANI))
                .hasMessageContaining(ROMANI.tag());
        assertThatThrownBy(() -> new LanguagePolicy(EN, List.of(EN), Map.of(EN, List.of(ROMANI))))
                .hasMessageContaining("rom");
        assertThatThrownBy(() -> new LanguagePolicy(EN, List.of(EN), Map.of(ROMANI, List.of(EN))))
                .hasMessageContaining("rom");
    }

    private static LocalisedText without(Language language) {
        return EVERYWHERE.languages().stream()
                .filter(other -> !other.equals(language))
                .reduce(
                        LocalisedText.EMPTY,
                        (text, other) -> text.with(other, EVERYWHERE.get(other).orElseThrow()),
                        (first, second) -> second);
    }
}
