package org.putokaz.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.SpoofChecker;
import org.junit.jupiter.api.Test;

class LetterTablesTest {

    private static final String LATIN = "ABCEHJKMOPTXYacejopxy";

    @Test
    void whatIsExchangedLooksAlikeInTheTablesOfUnicode() {
        SpoofChecker checker = new SpoofChecker.Builder().build();
        for (String latin : LATIN.split("")) {
            String cyrillic = LetterTables.asCyrillic(latin).orElseThrow();

            assertThat(checker.areConfusable(latin, cyrillic)).as(latin).isNotZero();
            assertThat(cyrillic.codePoints()).as(latin).allMatch(LetterTables::isSerbianCyrillic);
            assertThat(LetterTables.asLatin(cyrillic)).contains(latin);
        }
    }

    @Test
    void aWordIsExchangedWholeOrNotAtAll() {
        assertThat(LetterTables.asCyrillic("жртавa")).contains("жртава");
        assertThat(LetterTables.asCyrillic("COC")).contains("СОС");
        assertThat(LetterTables.asCyrillic("help")).isEmpty();
        assertThat(LetterTables.asLatin("жртава")).isEmpty();
    }

    @Test
    void theAzbukaHasThirtyLetters() {
        String azbuka = "абвгдђежзијклљмнњопрстћуфхцчџш";

        assertThat(azbuka).hasSize(30);
        assertThat(azbuka.codePoints()).allMatch(LetterTables::isSerbianCyrillic);
        assertThat("йыщъэюяѕѓќіїєґ".codePoints()).noneMatch(LetterTables::isSerbianCyrillic);
    }
}
