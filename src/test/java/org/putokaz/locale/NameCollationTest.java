package org.putokaz.locale;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameCollationTest {

    @ParameterizedTest
    @CsvSource({
        "sr-Cyrl, А Б В Г Д Ђ Е Ж З И Ј К Л Љ М Н Њ О П Р С Т Ћ У Ф Х Ц Ч Џ Ш",
        "sr-Cyrl, Дом Ђак Његош Овај Џак Шах Abc",
        "sr-Latn, A B C Č Ć D Dž Đ E F G H I J K L Lj M N Nj O P R S Š T U V Z Ž",
        "sr-Latn, Dom Dva Džak Đak Luka Ljig Nova Njiva Žaba Абв",
        "sr-Latn, Čačak Ćuprija",
        "en, apple Banana café Cafés zebra",
    })
    void namesStandInTheOrderOfTheirAlphabet(String tag, String ordered) {
        List<String> expected = List.of(ordered.split(" "));
        List<String> names = new ArrayList<>(expected);
        Collections.shuffle(names, new Random(7));
        names.sort(by(Language.of(tag)));
        assertThat(names).isEqualTo(expected);
    }

    @Test
    void numbersGoByTheirValue() {
        assertThat(by(Language.SR_CYRL).compare("Центар 2", "Центар 10")).isNegative();
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        assertThat(NameCollation.key(Language.SR_LATN, "c\u0301")).isEqualTo(NameCollation.key(Language.SR_LATN, "ć"));
    }

    @ParameterizedTest
    @CsvSource({"sr-Cyrl", "sr-Latn", "en"})
    void theOrderOfKeysIsTheOrderOfTheCollator(String tag) {
        Collator collator = Collator.getInstance(ULocale.forLanguageTag(tag + "-u-kn-true"));
        Random random = new Random(20_000);
        for (int i = 0; i < 20_000; i++) {
            String first = RandomText.of(random, 4);
            String second = RandomText.of(random, 4);
            int expected = Integer.signum(
                    collator.compare(SerbianTransliterator.composed(first), SerbianTransliterator.composed(second)));
            assertThat(Integer.signum(by(Language.of(tag)).compare(first, second)))
                    .as("%s ? %s", first, second)
                    .isEqualTo(expected);
        }
    }

    @Test
    void manyThreadsGetTheSameKeys() {
        byte[] expected = NameCollation.key(Language.SR_LATN, "Džak Đorđe 10");
        assertThat(IntStream.range(0, 4_000)
                        .parallel()
                        .mapToObj(i -> NameCollation.key(Language.SR_LATN, "Džak Đorđe 10"))
                        .allMatch(key -> Arrays.equals(key, expected)))
                .isTrue();
    }

    @Test
    void aLanguageIcuDoesNotKnowHasTheOrderOfTheRoot() {
        assertThat(by(Language.of("qaa")).compare("Ćuprija", "Čačak"))
                .isEqualTo(by(Language.EN).compare("Ćuprija", "Čačak"));
    }

    @Test
    void theVersionNamesIcuAndItsData() {
        assertThat(NameCollation.version())
                .contains(VersionInfo.ICU_VERSION.toString())
                .contains(Collator.getInstance(ULocale.ROOT).getUCAVersion().toString())
                .isEqualTo(NameCollation.version());
    }

    private static Comparator<String> by(Language language) {
        return (first, second) ->
                NameCollation.compare(NameCollation.key(language, first), NameCollation.key(language, second));
    }
}
