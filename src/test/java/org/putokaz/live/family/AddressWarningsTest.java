package org.putokaz.live.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;

/** Fields of an address that contradict each other are found; what is written in another way is not. */
class AddressWarningsTest {

    private static final LanguagePolicy LANGUAGES =
            new LanguagePolicy(Language.SR_CYRL, List.of(Language.SR_CYRL, Language.SR_LATN, Language.EN), Map.of());

    private static List<String> find(String country, String postalCode, LocalisedText city) {
        ContentViolations warnings = new ContentViolations(LANGUAGES);
        AddressWarnings.find("/address", country, postalCode, city, warnings);
        return warnings.violations().stream()
                .map(warning -> warning.location() + " " + warning.reason().code() + " "
                        + warning.reason().arguments())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "RS, 11000", "RS, 21 000", "RS, RS-38220", "RS, 31210", "ME, 81000", "BA, 71000", "BA, 88000", "HR, 10000",
        "HR, HR-21000", "XK, 10000", "MK, 1000", "SI, SI-1000", "HU, 1051", "RO, 010011", "GR, 104 31", "AT, A-1010",
        "DE, D-10115", "IT, 00118", "GB, SW1A 1AA", "US, 20500"
    })
    void aCodeOfTheCountryIsAccepted(String country, String postalCode) {
        assertThat(find(country, postalCode, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RS, 1000, 11000", "RS, 10000, 11000", "RS, 71000, 11000", "RS, 112345, 11000", "RS, SW1A 1AA, 11000",
        "ME, 11000, 81000", "BA, 11000, 71000", "HR, 71000, 10000", "SI, 11000, 1000", "AT, 11000, 1010"
    })
    void aCodeOfAnotherCountryIsAWarning(String country, String postalCode, String example) {
        assertThat(find(country, postalCode, null))
                .containsExactly("/address/postalCode postal-code-of-another-country [" + postalCode + ", " + country
                        + ", " + example + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "RS, Београд, Beograd, Belgrade",
        "RS, Београд, Beograd, Beograd",
        "RS, Ниш, Niš, Nis",
        "RS, Ниш, Nis, Niš",
        "RS, Ђаково, Djakovo, Đakovo",
        "RS, Нови Београд, Novi Beograd, New Belgrade",
        "RS, Београд, Beograd, 'Belgrade, Serbia'",
        "RS, Суботица, Subotica, Subotica (Szabadka)",
        "RS, Уб, Ub, 'Ub, Serbia'",
        "RS, Сремски Карловци, Sremski Karlovci, Sremski Karlovci",
        "AT, Беч, Beč, Vienna",
        "HU, Сегедин, Segedin, Szeged"
    })
    void theSameCityInEachLanguageIsAccepted(String country, String cyrillic, String latin, String english) {
        assertThat(find(country, null, city(cyrillic, latin, english))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RS, Београд, Novi Sad, Belgrade, sr-Latn, Novi Sad",
        "AT, Беч, Grac, Vienna, sr-Latn, Grac",
        "RS, Београд, Beograd, Novi Sad, en, Novi Sad",
        "RS, Нови Сад, Novi Sad, Novi Pazar, en, Novi Pazar",
        "RS, Нови Сад, Novi Sad, Belgrade, en, Belgrade"
    })
    void anotherCityIsAWarning(
            String country, String cyrillic, String latin, String english, String language, String other) {
        assertThat(find(country, null, city(cyrillic, latin, english)))
                .containsExactly("/address/city/" + language + " city-differs-between-languages [sr-Cyrl, " + cyrillic
                        + ", " + language + ", " + other + "]");
    }

    private static LocalisedText city(String cyrillic, String latin, String english) {
        return LocalisedText.of(Language.SR_CYRL, cyrillic)
                .with(Language.SR_LATN, latin)
                .with(Language.EN, english);
    }
}
