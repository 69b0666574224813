package org.putokaz.locale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DerivedLatinTest {

    @Test
    void latinIsAddedToCyrillic() {
        LocalisedText name = LocalisedText.of(Language.SR_CYRL, "Љубав");
        assertThat(DerivedLatin.plain(name)).isEqualTo(name.with(Language.SR_LATN, "Ljubav"));
    }

    @Test
    void proseKeepsItsCodeAndPlainTextHasNone() {
        LocalisedText body = LocalisedText.of(Language.SR_CYRL, "`код`");
        assertThat(DerivedLatin.prose(body).get(Language.SR_LATN)).contains("`код`");
        assertThat(DerivedLatin.plain(body).get(Language.SR_LATN)).contains("`kod`");
    }

    @Test
    void theLatinOfAnEditorStays() {
        LocalisedText name = LocalisedText.of(Language.SR_CYRL, "Шоу").with(Language.SR_LATN, "Show");
        assertThat(DerivedLatin.plain(name)).isEqualTo(name);
        assertThat(DerivedLatin.prose(name)).isEqualTo(name);
    }

    @Test
    void withoutCyrillicNothingIsDerived() {
        LocalisedText name = LocalisedText.of(Language.EN, "Centre");
        assertThat(DerivedLatin.plain(name)).isEqualTo(name);
    }
}
