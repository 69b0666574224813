package org.putokaz.live.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;

class ContentViolationsTest {

    private static final LanguagePolicy TWO_REQUIRED = new LanguagePolicy(
            Language.SR_CYRL,
            List.of(Language.SR_CYRL, Language.SR_LATN, Language.EN),
            Map.of(),
            List.of(Language.EN, Language.SR_LATN));

    private final ContentViolations check = new ContentViolations(TWO_REQUIRED);

    private List<String> found() {
        return check.violations().stream()
                .map(violation -> violation.where() + " " + violation.reason().code() + " "
                        + violation.reason().arguments())
                .toList();
    }

    @Test
    void aTextThatIsThereIsThereInEveryRequiredLanguage() {
        check.line("/name", LocalisedText.of(Language.SR_LATN, "Centar"));
        check.prose("/body", LocalisedText.of(Language.SR_CYRL, "Центар"));

        assertThat(found())
                .containsExactly(
                        "/name language-missing [sr-Cyrl]",
                        "/name language-missing [en]",
                        "/body language-missing [en]",
                        "/body language-missing [sr-Latn]");
    }

    @Test
    void aTextThatIsNotThereIsRequiredInNoLanguage() {
        check.line("/name", null);
        check.prose("/body", null);
        assertThat(found()).isEmpty();
    }

    @Test
    void derivedLatinCountsAsThere() {
        check.line(
                "/name",
                new LanguageDerivation()
                        .plain(LocalisedText.of(Language.SR_CYRL, "Центар").with(Language.EN, "Center")));
        assertThat(found()).isEmpty();
    }
}
