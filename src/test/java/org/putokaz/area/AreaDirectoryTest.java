package org.putokaz.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.common.CsvResource;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.InvalidValueException;

class AreaDirectoryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rs-municipality:70017 | Александровац | Aleksandrovac | Aleksandrovac
            rs-municipality:70602 | Књажевац | Knjaževac | Knjaževac
            rs-municipality:80179 | Инђија | Inđija | Inđija
            rs-municipality:80306 | Оџаци | Odžaci | Odžaci
            rs-municipality:70912 | Петровац на Млави | Petrovac na Mlavi | Petrovac na Mlavi
            rs-municipality:71323 | Палилула (Ниш) | Palilula (Niš) | Palilula (Niš)
            rs-municipality:89010 | Нови Сад | Novi Sad | Novi Sad
            rs-district:RS-00 | Београд | Beograd | Belgrade
            rs-district:RS-06 | Јужнобачки округ | Južnobački okrug | South Bačka District
            iso-3166-1:RS | Србија | Srbija | Serbia
            iso-3166-1:DE | Немачка | Nemačka | Germany
            abroad:abroad | Иностранство | Inostranstvo | Abroad
            """)
    void anAreaHasANameInThreeLanguages(String key, String cyrillic, String latin, String english) {
        LocalisedText name = AreaDirectory.name(AreaDirectory.parse(key));
        assertThat(name)
                .isEqualTo(new LocalisedText(
                        Map.of(Language.SR_CYRL, cyrillic, Language.SR_LATN, latin, Language.EN, english)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rs-municipality:70181 | rs-municipality:70181 rs-district:RS-00 iso-3166-1:RS
            rs-municipality:71366 | rs-municipality:71366 rs-district:RS-16 iso-3166-1:RS
            rs-district:RS-29 | rs-district:RS-29 iso-3166-1:RS
            iso-3166-1:RS | iso-3166-1:RS
            iso-3166-1:DE | iso-3166-1:DE abroad:abroad
            abroad:abroad | abroad:abroad
            """)
    void anAreaIsContainedInLargerOnes(String key, String expected) {
        assertThat(AreaDirectory.containing(AreaDirectory.parse(key)).stream().map(AreaCode::key))
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rs-municipality:71366 | rs-municipality:71366 rs-district:RS-16 iso-3166-1:RS
            RS-District:rs-05     | rs-district:RS-05 iso-3166-1:RS rs-municipality:80047 rs-municipality:80233 rs-municipality:80306 rs-municipality:80381
            iso-3166-1:de         | iso-3166-1:DE abroad:abroad
            """)
    void anAreaOverlapsWhatContainsItAndWhatItContains(String key, String expected) {
        assertThat(AreaDirectory.overlapping(AreaDirectory.parse(key)).stream().map(AreaCode::key))
                .containsExactlyInAnyOrder(expected.split(" +"));
    }

    @Test
    void aCountryOverlapsAllItsPartsAndAbroadAllOtherCountries() {
        assertThat(AreaDirectory.overlapping(AreaDirectory.parse("iso-3166-1:RS")))
                .hasSize(1 + 30 + 168);
        assertThat(AreaDirectory.overlapping(AreaDirectory.parse("abroad:abroad")))
                .hasSizeGreaterThan(200)
                .doesNotContain(AreaDirectory.parse("iso-3166-1:RS"));
    }

    @Test
    void theTablesAreComplete() {
        List<String> municipalities = CsvResource.read("/area/serbian-municipalities.csv").stream()
                .map(row -> row.getField("code"))
                .toList();
        assertThat(municipalities).hasSize(168).doesNotHaveDuplicates().allMatch(code -> code.matches("[78][0-9]{4}"));
        assertThat(CsvResource.read("/area/serbian-municipalities.csv"))
                .allSatisfy(row -> assertThat(
                                AreaDirectory.name(new AreaCode(AreaScheme.RS_DISTRICT, row.getField("district"))))
                        .as(row.getField("name"))
                        .isNotNull());
        assertThat(CsvResource.read("/area/serbian-districts.csv")).hasSize(30);
    }

    @Test
    void theLastDigitOfARegistrationNumberIsItsCheckDigit() {
        assertThat(CsvResource.read("/area/serbian-municipalities.csv"))
                .allSatisfy(row -> assertThat(checkDigit(row.getField("code")))
                        .as(row.getField("code"))
                        .isEqualTo(row.getField("code").charAt(4) - '0'));
    }

    /** Modulus 11 with the weights 5, 4, 3 and 2; ten is written as zero. */
    private static int checkDigit(String code) {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += (5 - i) * (code.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11 % 10;
    }

    @ParameterizedTest
    @ValueSource(strings = {"70181", "rs-municipality:00000", "rs-district:06", "RS", "iso-3166-1:XX", "abroad", ":"})
    void whatIsInNoListIsRefused(String key) {
        assertThatThrownBy(() -> AreaDirectory.parse(key))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("area-not-known"));
    }

    @Test
    void everySchemeHasAnArea() {
        assertThat(Arrays.stream(AreaScheme.values()).map(AreaScheme::wireName))
                .containsExactly("rs-municipality", "rs-district", "iso-3166-1", "abroad");
    }
}
