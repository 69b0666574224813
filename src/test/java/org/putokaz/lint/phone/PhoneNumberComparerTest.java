package org.putokaz.lint.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spellings of one number are recognised as such, and no other number is. */
class PhoneNumberComparerTest {

    @ParameterizedTest
    @CsvSource({
        "+38163610590, 063 610 590",
        "+38163610590, 063/610-590",
        "+38163610590, +381 (0)63 610 590",
        "+38163610590, 00381 63 610 590",
        "+38163610590, 610 590",
        "+38163610590, 063 610 590 24",
        "+38761102034, 061 102 034",
        "+3612345678, 06 1 234 5678",
        "+390612345678, 06 1234 5678",
        "+74951234567, 8 495 123-45-67",
        "+381113612345, 011) 36-12-345",
        "063610590, +381 63 610 590",
        "116111, 116 111",
        "112, 112"
    })
    void oneNumberInTwoSpellings(String number, String text) {
        assertThat(PhoneNumberComparer.isShown(number, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "+38163610590, 063 610 591",
        "+38163610590, 064 610 590",
        "+38163610590, +387 63 610 590",
        "+381112650329, 021 2650 329",
        "+381112650329, +381 21 2650 329",
        "+381112650329, 0211 2650 329",
        "+381112650329, 2650 330",
        "+38163610590, 063 610 590 123",
        "011 2650 329, 021 2650 329",
        "116111, 116 006",
        "112, 192",
        "+381632345112, 112",
        "+38163610590, 590"
    })
    void twoNumbers(String number, String text) {
        assertThat(PhoneNumberComparer.isShown(number, text)).isFalse();
    }
}
