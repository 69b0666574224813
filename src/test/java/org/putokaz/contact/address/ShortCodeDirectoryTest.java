package org.putokaz.contact.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Short codes come from the table; those of countries other than Serbia that it lacks, from the library. */
class ShortCodeDirectoryTest {

    @ParameterizedTest
    @CsvSource({
        "112, EUROPEAN_EMERGENCY, true, true",
        "192, POLICE, true,",
        "193, FIRE_BRIGADE, true,",
        "194, AMBULANCE, true,",
        "116000, MISSING_CHILDREN, false,",
        "116006, VICTIMS_OF_CRIME, false,",
        "116111, CHILD_HELP_LINE, false,",
        "19011, SERVICE, false,",
        "19812, SERVICE, false,"
    })
    void theTableOfSerbiaSaysOnlyWhatASourceStates(
            String number, ShortCode.Use use, boolean emergency, Boolean tollFree) {
        assertThat(ShortCodeDirectory.find("RS", number)).hasValueSatisfying(code -> {
            assertThat(code.number()).isEqualTo(number);
            assertThat(code.use()).isEqualTo(use);
            assertThat(code.emergency()).isEqualTo(emergency);
            assertThat(code.tollFree()).isEqualTo(tollFree);
            assertThat(code.source()).contains("44/2025");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"9813", "92", "93", "94", "0112", "1120", "116 006", ""})
    void whatIsNotInTheTableIsNoShortCodeOfSerbia(String digits) {
        assertThat(ShortCodeDirectory.find("RS", digits)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DE, 112, true, true", "DE, 116117, false, true", "AU, 000, true, true", "US, 911, true, true"})
    void aCountryWithoutATableIsLookedUpInTheLibrary(
            String region, String number, boolean emergency, Boolean tollFree) {
        assertThat(ShortCodeDirectory.find(region, number)).hasValueSatisfying(code -> {
            assertThat(code.number()).isEqualTo(number);
            assertThat(code.use()).isNull();
            assertThat(code.emergency()).isEqualTo(emergency);
            assertThat(code.tollFree()).isEqualTo(tollFree);
        });
    }

    @Test
    void anOrdinaryNumberIsNoShortCodeAnywhere() {
        assertThat(ShortCodeDirectory.find("DE", "030123456")).isEmpty();
        assertThat(ShortCodeDirectory.find("DE", "+112")).isEmpty();
    }

    @Test
    void theShortCodeOfAnotherCountryIsDialledInThatCountry() {
        assertThat(PhoneNumber.of("116 117", NumberingContext.of("DE")).uri())
                .hasToString("tel:116117;phone-context=+49");
    }
}
