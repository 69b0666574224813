package org.putokaz.live.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;

/** Checks of localised texts for required languages. */
class ContentViolationsTest {

    private static final LanguagePolicy TWO_REQUIRED = new LanguagePolicy(
            Language.SR_CYRL,
            List.of(Language.SR_CYRL, Language.SR_LATN, Language.EN),
            Map.of(),
            List.of(Language.EN, Language.SR_LATN),
            Language.EN);

    private final ContentViolations violations = new ContentViolations(TWO_REQUIRED);

    private List<String> found() {
        return violations.violations().stream()
                .map(violation -> violation.location() + " "
                        + violation.reason().code() + " " + violation.reason().arguments())
                .toList();
    }

    @Test
    void aTextIsRequiredInEveryRequiredLanguage() {
        violations.checkLine("/name", LocalisedText.of(Language.SR_LATN, "Centar"));
        violations.checkProse("/body", LocalisedText.of(Language.SR_CYRL, "Центар"));

        assertThat(found())
                .containsExactly(
                        "/name language-missing [sr-Cyrl]",
                        "/name language-missing [en]",
                        "/body language-missing [en]",
                        "/body language-missing [sr-Latn]");
    }

    @Test
    void aMissingTextIsRequiredInNoLanguage() {
        violations.checkLine("/name", null);
        violations.checkProse("/body", null);
        assertThat(found()).isEmpty();
    }

    @Test
    void derivedLatinCountsAsPresent() {
        violations.checkLine(
                "/name",
                new LanguageDerivation()
                        .plain(LocalisedText.of(Language.SR_CYRL, "Центар").with(Language.EN, "Center")));
        assertThat(found()).isEmpty();
    }
}
