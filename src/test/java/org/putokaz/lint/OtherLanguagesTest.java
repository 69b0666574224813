package org.putokaz.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rules hold for Latin, for English, for any other language, and for an address that stands alone. */
class OtherLanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            zаštita žrtava          | mixed-script «zаštita» zaštita
            Ðorđe                   | eth-for-dj «Ðorđe» Đorđe
            Ɖorđe                   | eth-for-dj «Ɖorđe» Đorđe
            ǉubav ǈubić             | digraph-in-one-character «ǉubav» ljubav; digraph-in-one-character «ǈubić» Ljubić
            osnovan 07.03. 2012.    | date-form «07.03. 2012.» 07.03.2012. / 7. 3. 2012.
            u februaru 2019 godine  | year-without-dot «2019» 2019.
            iste godine             | relative-year «iste godine»
            ljudi , žene            | space-before-mark « ,» ,
            kaže "da"               | straight-quotes «"» „; straight-quotes «"» ”
            Zovite O63 610 590      | letter-for-digit «O63» 063
            „Đorđe” i ljubav        |
            PDF i help, XX vek      |
            """)
    void serbianInLatin(String text, String said) {
        says("sr-Latn", text, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            help fоr victims        | mixed-script «fоr» for
            Ðorđe                   | eth-perhaps-for-dj «Ðorđe» Đorđe
            аa                      | mixed-script «аa» aa / аа
            the the victims         | doubled-word «the the» the
            say "yes"               | straight-quotes «"» “; straight-quotes «"» ”
            “yes” and „no”          | mixed-quotes «”»
            founded 13.4.2012 there |
            the same year 2012      |
            “yes”, the Center’s     |
            """)
    void english(String text, String said) {
        says("en", text, said);
        says("en-GB", text, said);
    }

    @Test
    void anyOtherLanguageIsSearchedOnlyForWhatNobodySees() {
        says("hu", "segítség  , áldozatok \"itt\"", "");
        says("hu", "segítsеg\u200B", "mixed-script «segítsеg» segítseg; invisible-character «\u200B»");
        says("ru", "Толстой  и  ёлка", "");
    }

    @Test
    void theTagsOfCyrillicAreTreatedAlike() {
        for (String tag : new String[] {"sr", "sr-Cyrl", "sr-Cyrl-RS"}) {
            says(tag, "Толстой", "letter-of-another-language «Толстой»");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            centаr@centarzztlj.rs      | cyrillic-in-address «centаr@centarzztlj.rs» centar@centarzztlj.rs; mixed-script «centаr» centar
            centar@centarzztlj.rѕ      | cyrillic-in-address «centar@centarzztlj.rѕ»; mixed-script «rѕ»
            центар@centar.rs           | cyrillic-in-address «центар@centar.rs»
            https://сентар.сом/а       | cyrillic-in-address «https://сентар.сом/а»
            https://centar.rs/путања   | cyrillic-in-address «https://centar.rs/путања»
            https://центар.срб.rs      | cyrillic-in-address «https://центар.срб.rs»
            https://x.rs/@центар.срб   | cyrillic-in-address «https://x.rs/@центар.срб»
            cентар@центар.срб          | mixed-script «cентар» сентар
            центар1З@центар.срб        | letter-for-digit «центар1З»
            О63610590                  | cyrillic-in-address «О63610590»; letter-for-digit «О63610590» 063610590
            1З                         | cyrillic-in-address «1З»; letter-for-digit «1З» 13
            centar@centarzztlj.rs      |
            https://centar.rs/O63?l=1I |
            центар@центар.срб          |
            info@центар.срб            |
            https://центар.срб:443/о-нама?п=1#а |
            """)
    void anAddressIsWhatItSeemsToBe(String address, String said) {
        assertThat(Lint.said("sr-Cyrl", TextKind.ADDRESS, address)).isEqualTo(said == null ? "" : said);
        assertThat(Lint.said("en", TextKind.ADDRESS, address)).isEqualTo(said == null ? "" : said);
    }

    @Test
    void anAddressHidesNothing() {
        assertThat(Lint.said("en", TextKind.ADDRESS, "centar\u00AD@centar.rs"))
                .isEqualTo("invisible-character «\u00AD»");
        assertThat(Lint.said("en", TextKind.ADDRESS, "c\u0301entar@centar.rs")).isEqualTo("not-composed «c\u0301» ć");
    }

    private static void says(String language, String text, String said) {
        assertThat(Lint.said(language, TextKind.LINE, text)).as(language).isEqualTo(said == null ? "" : said);
    }
}
