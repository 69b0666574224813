package org.putokaz.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule for Serbian in Cyrillic: what it finds and proposes, and the near miss that it leaves alone. */
class CyrillicRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            заштита жртавa људи      | mixed-script «жртавa» жртава
            аa                       | mixed-script «аa» аа / aa
ЦEНТАР                   | mixed-script «ЦEНТАР» ЦЕНТАР
            PDFом                    | mixed-script «PDFом» PDF-ом
            ХХI век                  | mixed-script «ХХI» XXI
            жртвaz                   | mixed-script «жртвaz»
            жртава                   |
            PDF-ом и QR-код          |
            e-пошта, web-сајт        |
            """)
    void aWordHasOneScript(String text, String said) {
        says(text, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Зовите О63 610 590       | letter-for-digit «О63» 063
            Зовите 063 61O 59О       | letter-for-digit «61O» 610; latin-word-looks-cyrillic «O» О; letter-for-digit «59О» 590
            Дана 07.О3.2012.         | letter-for-digit «О3» 03
            Рођени 2012. О 15. мају. |
            Немањина 22О             |
            Одељење 1З               |
            од 2012 ЗОО врт          |
            """)
    void noLetterPosesAsADigitInANumber(String text, String said) {
        says(text, said);
    }

    @Test
    void hiddenCharactersAreFoundAndDeleted() {
        says("по\u200Bмоћ", "invisible-character «\u200B»");
        says("по\u00ADмоћ \uFEFF\u2060а", "invisible-character «\u00AD»; invisible-character «\uFEFF\u2060»");
        says(
                "а\u0007б \uE000 \u0378",
                "invisible-character «\u0007»; invisible-character «\uE000»; " + "invisible-character «\u0378»");
        says("крај\uD83D", "invisible-character «\uD83D»");
        says("☎\uFE0F помоћ\nбез позива\r\nброја", "");
        assertThat(Lint.findings("sr-Cyrl", TextKind.LINE, "по\u200Bмоћ").get(0).suggestions())
                .containsExactly("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Толстой             | letter-of-another-language «Толстой»
            Ѓорѓи Љубишиќ       | letter-of-another-language «Ѓорѓи»; letter-of-another-language «Љубишиќ»
            Київ и Минск        | letter-of-another-language «Київ»
            ѕвезда              | letter-of-another-language «ѕвезда»
            жртвο               | letter-not-serbian «жртвο»
            Толстойο            | letter-not-serbian «Толстойο»
            һлеб                | letter-not-serbian «һлеб»
            Ђорђе Љубишић Џон   |
            и ѝ, не и нѐ        |
            """)
    void aLetterIsSerbian(String text, String said) {
        says(text, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ХХ век              | roman-numeral-in-cyrillic «ХХ» XX
            крај ХХ столећа     | roman-numeral-in-cyrillic «ХХ» XX
Х веку              | roman-numeral-in-cyrillic «Х» X
            у Х. разреду        | roman-numeral-in-cyrillic «Х» X
            Х конгреса          | roman-numeral-in-cyrillic «Х» X
            Х. Петровић         |
            Х је слово          |
            XX век              |
            хаха                |
            """)
    void romanNumeralsAreLatin(String text, String said) {
        says(text, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Центар help             | latin-word «help»
            Центар a људи           | latin-word-looks-cyrillic «a» а
            COC телефон             | latin-word-looks-cyrillic «COC» СОС
            e пошта                 | latin-word-looks-cyrillic «e» е
            COC-телефон             | latin-word-looks-cyrillic «COC» СОС
            C обзиром               | latin-word-looks-cyrillic «C» С
            Astra                   | latin-word «Astra»
            удружење ASTRA          |
            XIV век, IV разред, X.  |
            на 5 km, 3kg, 20 °C     |
            Viber и PDF             |
            NATO-ом                 |
            @centar на мрежи        |
            сајт www.centar.rs ради |
            """)
    void aLatinWordInCyrillicTextIsNoticed(String text, String said) {
        says(text, said);
    }

    @Test
    void lettersAreComposed() {
        says("c\u0301", "not-composed «c\u0301» ć; latin-word «c\u0301»");
        says("с\u0301утра", "");
        says("и\u0300", "not-composed «и\u0300» ѝ");
        says("ѝ", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            основан 07.03. 2012. године   | date-form «07.03. 2012.» 07.03.2012. / 7. 3. 2012.
            основан 7.3.2012. године      | date-form «7.3.2012.» 07.03.2012. / 7. 3. 2012.
            основан 07. 03. 2012. године  | date-form «07. 03. 2012.» 07.03.2012. / 7. 3. 2012.
            почео 02. 07. у подне         | date-without-year «02. 07.»
            почео 02.07. у подне          | date-without-year «02.07.»
            основан 04.13.2012. године    | no-such-date «04.13.2012.»
основан 31.02.2012. године    | no-such-date «31.02.2012.»
            основан 13.04.2012 године     | year-without-dot «2012» 2012.
            основан 13. 4. 2012 године    | year-without-dot «2012» 2012.
            основан 2012 године           | year-without-dot «2012» 2012.
            13. априла 2012 основан       | year-without-dot «2012» 2012.
            у фебруару 2019 године        | year-without-dot «2019» 2019.
            фебруар 2019                  | year-without-dot «2019» 2019.
            почео исте године             | relative-year «исте године»
            """)
    void aDateHasItsFormItsYearAndItsDot(String text, String said) {
        says(text, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            основан 13.04.2012. године
            основан 13. 4. 2012. године
            основан 13. априла 2012. године
            „Гласник”, 16/2012, од 7. марта 2012, чита се
            (1. јануара 2004)
            тачка 2.1. правилника
        ради у 10.45. сваког дана
            адреса 10.0.0.1 и верзија 1.2.3
            просек 10.10.10
            сваке године
            """)
    void aGoodDateOrNoDateIsLeftAlone(String text) {
        says(text, "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, nullValues = "-", textBlock = """
            два  размака|double-space «  »
             почетак|space-at-edge « »
            крај |space-at-edge « »
            људи , жене|space-before-mark « ,» ,
            људи  ?|space-before-mark «  ?» ?
            крај .|space-before-mark « .» .
            људи,жене|no-space-after-mark «,» , \s
            стоп!Иди|no-space-after-mark «!» ! \s
            центра.Служба|no-space-after-mark «.» . \s
            да се се бави|doubled-word «се се» се
            домен .срб је|-
            тако ...|-
            ево :)|-
            1,5 метара у 10:30|-
            сајт https://centar.rs/a,b ради|-
            д.о.о. Б.Љ. нпр.|-
            корисник(ца)ма|-
            се, се|-
            """)
    void spacesStandWhereTheyBelong(String text, String said) {
        says(text, said == null ? "" : said.strip());
    }

    @Test
    void aNoBreakSpaceHoldsANumberOrAnInitialAndNothingElse() {
        says("људима\u00A0је", "odd-space «\u00A0»");
        says("људима\u2009је", "odd-space «\u2009»");
        says("а\tб", "odd-space «\t»");
        says("5\u00A0људи, Љ.\u00A0Петровић, број\u00A016, а\u00A0– б", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            каже "да" и иде       | straight-quotes «"» „; straight-quotes «"» ”
            („да” и „не“)         | mixed-quotes «“» ”
            „да“ и „не”           | mixed-quotes «”» “
            „да” и “не”           | mixed-quotes «”»
            „да” и »не«           | mixed-quotes «»»; mixed-quotes ««»
            „да” и „не”           |
            „да“ и „не“           |
            """)
    void quotationMarksAreOfOneKind(String text, String said) {
        says(text, said);
    }

    private static void says(String text, String said) {
        assertThat(Lint.said("sr-Cyrl", TextKind.LINE, text)).isEqualTo(said == null ? "" : said);
    }
}
