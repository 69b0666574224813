package org.putokaz.locale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatinDerivationTest {

    @Test
    void latinIsAddedToCyrillic() {
        LocalisedText name = LocalisedText.of(Language.SR_CYRL, "Љубав");
        assertThat(LatinDerivation.plain(name)).isEqualTo(name.with(Language.SR_LATN, "Ljubav"));
    }

    @Test
    void proseKeepsItsCodeAndPlainTextHasNone() {
        LocalisedText body = LocalisedText.of(Language.SR_CYRL, "`код`");
        assertThat(LatinDerivation.prose(body).get(Language.SR_LATN)).contains("`код`");
        assertThat(LatinDerivation.plain(body).get(Language.SR_LATN)).contains("`kod`");
    }

    @Test
    void theLatinOfAnEditorStays() {
        LocalisedText name = LocalisedText.of(Language.SR_CYRL, "Шоу").with(Language.SR_LATN, "Show");
        assertThat(LatinDerivation.plain(name)).isEqualTo(name);
        assertThat(LatinDerivation.prose(name)).isEqualTo(name);
    }

    @Test
    void withoutCyrillicNothingIsDerived() {
        LocalisedText name = LocalisedText.of(Language.EN, "Centre");
        assertThat(LatinDerivation.plain(name)).isEqualTo(name);
    }
}
