package org.putokaz.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.SpoofChecker;
import org.junit.jupiter.api.Test;

class LettersTest {

    private static final String LATIN = "ABCEHJKMOPTXYacejopxy";

    @Test
    void whatIsExchangedLooksAlikeInTheTablesOfUnicode() {
        SpoofChecker checker = new SpoofChecker.Builder().build();
        for (String latin : LATIN.split("")) {
            String cyrillic = Letters.asCyrillic(latin).orElseThrow();

            assertThat(checker.areConfusable(latin, cyrillic)).as(latin).isNotZero();
            assertThat(cyrillic.codePoints()).as(latin).allMatch(Letters::isSerbianCyrillic);
            assertThat(Letters.asLatin(cyrillic)).contains(latin);
        }
    }

    @Test
    void aWordIsExchangedWholeOrNotAtAll() {
        assertThat(Letters.asCyrillic("жртавa")).contains("жртава");
        assertThat(Letters.asCyrillic("COC")).contains("СОС");
        assertThat(Letters.asCyrillic("help")).isEmpty();
        assertThat(Letters.asLatin("жртава")).isEmpty();
    }

    @Test
    void theAzbukaHasThirtyLetters() {
        String azbuka = "абвгдђежзијклљмнњопрстћуфхцчџш";

        assertThat(azbuka).hasSize(30);
        assertThat(azbuka.codePoints()).allMatch(Letters::isSerbianCyrillic);
        assertThat("йыщъэюяѕѓќіїєґ".codePoints()).noneMatch(Letters::isSerbianCyrillic);
    }
}
