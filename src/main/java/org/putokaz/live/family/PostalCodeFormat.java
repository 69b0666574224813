package org.putokaz.live.family;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Format of the postal codes of a country: the number of digits, and for Serbia and some of its neighbours the first ones, as they
 * are in use. No official list was read, so that a code in another format is doubted and not refused.
 *
 * @param example of a code in the capital
 */
record PostalCodeFormat(Pattern pattern, String example) {

    private static final String FOUR_DIGITS = "[1-9][0-9]{3}";
    private static final String FIVE_DIGITS = "[0-9]{5}";

    /** Serbia, its neighbours and some countries to which victims are taken; of any other no code is doubted. */
    private static final Map<String, PostalCodeFormat> BY_COUNTRY = Map.ofEntries(
            Map.entry("RS", of("[1-3][1-9][0-9]{3}|[23]0[0-9]{3}", "11000")),
            Map.entry("XK", of("[1-7][0-9]{4}", "10000")),
            Map.entry("ME", of("8[0-9]{4}", "81000")),
            Map.entry("BA", of("[78][0-9]{4}", "71000")),
            Map.entry("HR", of("[1-5][0-9]{4}", "10000")),
            Map.entry("MK", of(FOUR_DIGITS, "1000")),
            Map.entry("SI", of(FOUR_DIGITS, "1000")),
            Map.entry("AL", of(FOUR_DIGITS, "1001")),
            Map.entry("BG", of(FOUR_DIGITS, "1000")),
            Map.entry("HU", of(FOUR_DIGITS, "1051")),
            Map.entry("AT", of(FOUR_DIGITS, "1010")),
            Map.entry("CH", of(FOUR_DIGITS, "3000")),
            Map.entry("RO", of("[0-9]{6}", "010011")),
            Map.entry("GR", of("[1-8][0-9]{4}", "10431")),
            Map.entry("DE", of(FIVE_DIGITS, "10115")),
            Map.entry("IT", of(FIVE_DIGITS, "00118")),
            Map.entry("FR", of(FIVE_DIGITS, "75001")),
            Map.entry("TR", of(FIVE_DIGITS, "06010")));

    /** The sign of the country before the code: {@code RS-11000}, {@code A-1010}. */
    private static final Pattern COUNTRY_SIGN = Pattern.compile("^[A-Z]{1,3}[ -]+(?=[0-9])");

    private static PostalCodeFormat of(String pattern, String example) {
        return new PostalCodeFormat(Pattern.compile(pattern), example);
    }

    /** @param country ISO 3166-1 alpha-2; empty for one that is not in the table */
    static Optional<PostalCodeFormat> find(String country) {
        return Optional.ofNullable(BY_COUNTRY.get(country));
    }

    /** Whether a code is one of the country, with or without blanks and the country's sign. */
    boolean matches(String postalCode) {
        String digits = COUNTRY_SIGN.matcher(postalCode).replaceFirst("").replace(" ", "");
        return pattern.matcher(digits).matches();
    }
}
