package org.putokaz.time.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateFormatterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2012-04-13            | 13. април 2012.                            | 13. april 2012.                            | 13 April 2012
                    2012-07-02            | 2. јул 2012.                               | 2. jul 2012.                               | 2 July 2012
                    2019-02               | фебруар 2019.                              | februar 2019.                              | February 2019
                    2004                  | 2004.                                      | 2004.                                      | 2004
                    2004~                 | око 2004.                                  | oko 2004.                                  | about 2004
                    2004?                 | 2004. (?)                                  | 2004. (?)                                  | 2004 (uncertain)
                    2004%                 | око 2004. (?)                              | oko 2004. (?)                              | about 2004 (uncertain)
                    2012-04~              | око априла 2012.                           | oko aprila 2012.                           | about April 2012
                    2012-04?              | април 2012. (?)                            | april 2012. (?)                            | April 2012 (uncertain)
                    2012-04-13~           | око 13. априла 2012.                       | oko 13. aprila 2012.                       | about 13 April 2012
                    2012-04-13%           | око 13. априла 2012. (?)                   | oko 13. aprila 2012. (?)                   | about 13 April 2012 (uncertain)
                    [..2012-04-12]        | најкасније 12. априла 2012.                | najkasnije 12. aprila 2012.                | on or before 12 April 2012
                    [..2012-04]           | најкасније априла 2012.                    | najkasnije aprila 2012.                    | in or before April 2012
                    [..2004]              | најкасније 2004.                           | najkasnije 2004.                           | in or before 2004
                    [..201X]              | најкасније током 2010-их                   | najkasnije tokom 2010-ih                   | in or before the 2010s
                    [..201X~]             | најкасније око 2010-их                     | najkasnije oko 2010-ih                     | in or before about the 2010s
                    [2012-04-12..]        | најраније 12. априла 2012.                 | najranije 12. aprila 2012.                 | on or after 12 April 2012
                    [19XX..]              | најраније током XX века                    | najranije tokom XX veka                    | in or after the 20th century
                    [2012-04-12..2012-07] | између 12. априла 2012. и јула 2012.       | između 12. aprila 2012. i jula 2012.       | between 12 April 2012 and July 2012
                    2012-07-02/..         | од 2. јула 2012.                           | od 2. jula 2012.                           | since 2 July 2012
                    2012-07-02/           | од 2. јула 2012. до непознатог датума      | od 2. jula 2012. do nepoznatog datuma      | from 2 July 2012, end unknown
                    ../2012-07-02         | до 2. јула 2012.                           | do 2. jula 2012.                           | until 2 July 2012
                    /2012-07-02           | од непознатог датума до 2. јула 2012.      | od nepoznatog datuma do 2. jula 2012.      | until 2 July 2012, beginning unknown
                    2004/2012-04~         | од 2004. до око априла 2012.               | od 2004. do oko aprila 2012.               | 2004 to about April 2012
                    2012-04-13/2012-07-02 | од 13. априла 2012. до 2. јула 2012.       | od 13. aprila 2012. do 2. jula 2012.       | 13 April 2012 to 2 July 2012
                    199X/201X             | од 1990-их до 2010-их                      | od 1990-ih do 2010-ih                      | 1990s to the 2010s
                    201X/..               | од 2010-их                                 | od 2010-ih                                 | since the 2010s
                    201X                  | 2010-е                                     | 2010-e                                     | 2010s
                    201X~                 | око 2010-их                                | oko 2010-ih                                | about the 2010s
                    19XX                  | XX век                                     | XX vek                                     | 20th century
                    20XX~                 | око XXI века                               | oko XXI veka                               | about the 21st century
                    1XXX                  | 2. миленијум                               | 2. milenijum                               | 2nd millennium
                    [..1XXX]              | најкасније током 2. миленијума             | najkasnije tokom 2. milenijuma             | in or before the 2nd millennium
                    2012-04-XX            | април 2012.                                | april 2012.                                | April 2012
                    2012-XX-XX            | 2012.                                      | 2012.                                      | 2012
                    2004/2004             | 2004.                                      | 2004.                                      | 2004
                    2012-04-13/2012-04-13 | 13. април 2012.                            | 13. april 2012.                            | 13 April 2012
                    [2012-04..2012-04]    | април 2012.                                | april 2012.                                | April 2012
                    2004~/2004~           | око 2004.                                  | oko 2004.                                  | about 2004
                    [201X..201X]          | 2010-е                                     | 2010-e                                     | 2010s
                    2004/2004~            | од 2004. до око 2004.                      | od 2004. do oko 2004.                      | 2004 to about 2004
                    0987                  | 987.                                       | 987.                                       | 987
                    """)
    void aDateReadsNaturallyInEachLanguage(String edtf, String cyrillic, String latin, String english) {
        PartialDate date = PartialDate.parse(edtf);

        assertThat(PartialDateFormatter.display(date, "sr-Cyrl")).isEqualTo(cyrillic);
        assertThat(PartialDateFormatter.display(date, "sr-Latn")).isEqualTo(latin);
        assertThat(PartialDateFormatter.display(date, "en")).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2012-04-13            | 13. априла 2012.                     | 13. aprila 2012.
            2019-02               | фебруара 2019.                       | februara 2019.
            2004                  | 2004.                                | 2004.
            2004?                 | 2004. (?)                            | 2004. (?)
            2012-04%              | око априла 2012. (?)                 | oko aprila 2012. (?)
            201X                  | 2010-их                              | 2010-ih
            18XX                  | XIX века                             | XIX veka
            1XXX                  | 2. миленијума                        | 2. milenijuma
            2012-04-XX            | априла 2012.                         | aprila 2012.
            2012-04-13/2012-04-13 | 13. априла 2012.                     | 13. aprila 2012.
            [2012-04..2012-04]    | априла 2012.                         | aprila 2012.
            [..2012-04-12]        | најкасније 12. априла 2012.          | najkasnije 12. aprila 2012.
            2012-04-13/2012-07-02 | од 13. априла 2012. до 2. јула 2012. | od 13. aprila 2012. do 2. jula 2012.
            """)
    void aDateForASentenceIsInTheGenitive(String edtf, String cyrillic, String latin) {
        PartialDate date = PartialDate.parse(edtf);

        assertThat(PartialDateFormatter.displayGenitive(date, "sr")).isEqualTo(cyrillic);
        assertThat(PartialDateFormatter.displayGenitive(date, "sr-Cyrl")).isEqualTo(cyrillic);
        assertThat(PartialDateFormatter.displayGenitive(date, "sr-Latn")).isEqualTo(latin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "hu", "sr-Arab", "und", ""})
    void aLanguageWithoutAGenitiveHasNoSuchForm(String languageTag) {
        assertThat(PartialDateFormatter.displayGenitive(PartialDate.parse("2012-04-13"), languageTag))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "00XX, I",
        "03XX, IV",
        "04XX, V",
        "08XX, IX",
        "13XX, XIV",
        "18XX, XIX",
        "38XX, XXXIX",
        "39XX, XL",
        "43XX, XLIV",
        "48XX, XLIX",
        "49XX, L",
        "89XX, XC",
        "98XX, XCIX",
        "99XX, C"
    })
    void serbianCenturiesAreRomanNumeralsInLatinLetters(String edtf, String numeral) {
        PartialDate date = PartialDate.parse(edtf);
        assertThat(PartialDateFormatter.display(date, "sr-Cyrl")).isEqualTo(numeral + " век");
        assertThat(PartialDateFormatter.display(date, "sr-Latn")).isEqualTo(numeral + " vek");
    }

    @ParameterizedTest
    @CsvSource({"10XX,11th century", "11XX,12th century", "12XX,13th century", "01XX,2nd century", "02XX,3rd century"})
    void englishCenturiesHaveTheirEndings(String edtf, String english) {
        assertThat(PartialDateFormatter.display(PartialDate.parse(edtf), "en")).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "јануара,01", "фебруара,02", "марта,03", "априла,04", "маја,05", "јуна,06",
        "јула,07", "августа,08", "септембра,09", "октобра,10", "новембра,11", "децембра,12"
    })
    void everySerbianMonthHasItsGenitive(String genitive, String month) {
        assertThat(PartialDateFormatter.display(PartialDate.parse("2012-" + month + "-05/.."), "sr-Cyrl"))
                .isEqualTo("од 5. " + genitive + " 2012.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sr-Cyrl-RS", "sr-Latn-RS", "en-GB"})
    void theNamesOfMonthsAreThoseOfTheJdk(String languageTag) {
        DateTimeFormatter jdk =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.forLanguageTag(languageTag));
        for (int month = 1; month <= 12; month++) {
            LocalDate day = LocalDate.of(2012, month, 15);
            assertThat(PartialDateFormatter.display(PartialDate.parse(day.toString()), languageTag))
                    .isEqualTo(jdk.format(day));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rmn", "hu", "sr-Arab", "und", "", "not a tag"})
    void aLanguageWithoutWordsGetsTheExactTextAndNeverEnglish(String languageTag) {
        assertThat(PartialDateFormatter.display(PartialDate.parse("2012-04~"), languageTag))
                .isEqualTo("2012-04~");
    }

    @Test
    void serbianWithoutAScriptIsCyrillic() {
        assertThat(PartialDateFormatter.display(PartialDate.parse("2019-02"), "sr"))
                .isEqualTo("фебруар 2019.");
    }
}
