package org.putokaz.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerbianTransliteratorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            абвгдђежзијклљмнњопрстћуфхцчџш | abvgdđežzijklljmnnjoprstćufhcčdžš
            АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ | ABVGDĐEŽZIJKLLJMNNJOPRSTĆUFHCČDŽŠ
            Љубав                        | Ljubav
            ЉУБАВ                        | LJUBAV
            КОЊ                          | KONJ
            Тањуг                        | Tanjug
            ЦЗЖТЉ-а                      | CZŽTLJ-a
            Љ. Петровић                  | Lj. Petrović
            Б.Љ.                         | B.Lj.
            ул. Љ.П.                     | ul. Lj.P.
            Одељење Љ                    | Odeljenje Lj
            ОДЕЉЕЊЕ Љ                    | ODELJENJE LJ
            Џ 1.                         | Dž 1.
            Љ                            | Lj
            Џ ОДЕЉЕЊЕ                    | DŽ ODELJENJE
            ЗАВОД. Љ. Петровић           | ZAVOD. Lj. Petrović
            ћирилица ЋИРИЋ               | ćirilica ĆIRIĆ
            центар@центар.срб            | центар@центар.срб
            https://центар.срб/путања?п=1 | https://центар.срб/путања?п=1
            Сајт центар.срб је           | Sajt центар.срб je
            Пише на www.центар.срб.      | Piše na www.центар.срб.
            центар.срб/о-нама и мејл     | центар.срб/о-нама i mejl
            IV                           | IV
            XII и COVID-19               | XII i COVID-19
            Wi-Fi у Прихватилишту        | Wi-Fi u Prihvatilištu
            мејл centar@centarzztlj.rs   | mejl centar@centarzztlj.rs
            063 610 590                  | 063 610 590
            „Центар“ — ’тест’            | „Centar“ — ’test’
            жртавa                       | žrtava
            с\u0301утра                  | śutra
            ХХ век                       | HH vek
            Ы Щ Й                        | I Šč J
            Ѓорѓи Ќосев, Ѕвезда          | Đorđi Ćosev, Dzvezda
            ЅВЕЗДА                       | DZVEZDA
            Фёдор Щукин-Южный            | Fjodor Ščukin-Južnij
            подъезд, ЁЛКА, Яна, ЯНА      | podezd, JOLKA, Jana, JANA
            Київ, Єва, Ґалаґан, Янка Ўкар | Kijiv, Jeva, Galagan, Janka Ukar
            жртвο                        | žrtvο
            Нѐ знам, Ѝ                   | Nè znam, Ì
            """)
    void serbianCyrillicReadsAsSerbianLatin(String cyrillic, String latin) {
        assertThat(SerbianTransliterator.text(cyrillic)).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ЉУБАв                        | LJUBAv
            КОЊа                         | KONja
            Љ\u0301УБАВ                  | LJ\u0301UBAV
            ОДЕЉЕЊЕ\u0020„Љ”             | ODELJENJE „LJ”
            Срб. центар                  | Srb. centar
            нем.-срб. речник             | nem.-srb. rečnik
            види сл.гласник              | vidi sl.glasnik
            (https://центар.срб) и       | (https://центар.срб) i
            „https://центар.срб”и        | „https://центар.срб”i
            ://нешто                     | ://nešto
            mailto:центар@центар.срб?п=а | mailto:центар@центар.срб?п=а
            @центар и центар@центар      | @centar i centar@centar
            текстwww.реч                 | tekstwww.reč
            """)
    void theEdgesOfWordsAndAddressesAreFound(String cyrillic, String latin) {
        assertThat(SerbianTransliterator.text(cyrillic)).isEqualTo(Normalizer.normalize(latin, Normalizer.Form.NFC));
    }

    @Test
    void aSentenceEndSeparatesALoneCapitalFromItsNeighbours() {
        assertThat(SerbianTransliterator.text("ОДЕЉЕЊЕ\nЉ")).isEqualTo("ODELJENJE\nLj");
        assertThat(SerbianTransliterator.text("СТАНИ! Њ")).isEqualTo("STANI! Nj");
    }

    @Test
    void anyTextComesOutInNfcAndIsNotChangedAgain() {
        Random random = new Random(20120413);
        for (int i = 0; i < 20_000; i++) {
            String text = RandomText.of(random, 24);
            String latin = SerbianTransliterator.text(text);
            assertThat(Normalizer.isNormalized(latin, Normalizer.Form.NFC))
                    .as(text)
                    .isTrue();
            assertThat(SerbianTransliterator.text(latin)).as(text).isEqualTo(latin);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "а", "а@", "а.", "а.срб/", "www.", "://", "а://", "@", "Љ ", "ЉА ", ".", "tel:", "Љ\u0301", "\uD83D"
            })
    void noTextTakesMoreThanLinearTime(String part) {
        String text = part.repeat(1_000_000 / part.length());
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> SerbianTransliterator.text(text));
    }
}
