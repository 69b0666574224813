package org.putokaz.contact.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Number of a subscriber as libphonenumber reads it, with what the numbering plan says about it.
 *
 * @param dialled the digits that were read, after a plus sign if there was one
 * @param region the country to which it belongs, as ISO 3166-1; the region of the channel when the library knows none
 */
record SubscriberNumber(String dialled, Phonenumber.PhoneNumber parsed, String region) {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final String INTERNATIONAL_PREFIX = "00";
    private static final int MAX_COUNTRY_CODE_DIGITS = 3;

    /** @throws NumberParseException when the digits are no number of any country */
    static SubscriberNumber parse(String dialled, String region) throws NumberParseException {
        Phonenumber.PhoneNumber parsed = LIBRARY.parse(dialled, region);
        String owner = LIBRARY.getRegionCodeForNumber(parsed);
        return new SubscriberNumber(dialled, parsed, owner == null ? region : owner);
    }

    /** The number if it is a {@linkplain #isComplete complete} one that can be dialled as written. */
    static Optional<SubscriberNumber> findComplete(String dialled, String region) {
        try {
            SubscriberNumber number = parse(dialled, region);
            return number.isComplete() && number.isDialledInFull(region) ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /**
     * The region of the country code with which the digits begin, the main one where several share it ({@code +1}: US); empty
     * for digits without a plus sign or international prefix, and for a country code that belongs to no region.
     */
    static Optional<String> regionOfCountryCode(String dialled) {
        if (!isInternational(dialled)) {
            return Optional.empty();
        }
        int start = dialled.startsWith("+") ? 1 : INTERNATIONAL_PREFIX.length();
        String digits = PhoneNumberUtil.normalizeDigitsOnly(dialled.substring(start));
        // No country code is the beginning of another.
        return IntStream.rangeClosed(1, Math.min(MAX_COUNTRY_CODE_DIGITS, digits.length()))
                .mapToObj(length -> LIBRARY.getRegionCodeForCountryCode(Integer.parseInt(digits.substring(0, length))))
                .filter(LIBRARY.getSupportedRegions()::contains)
                .findFirst();
    }

    private static boolean isInternational(String dialled) {
        return dialled.startsWith("+") || dialled.startsWith(INTERNATIONAL_PREFIX);
    }

    boolean isValid() {
        return LIBRARY.isValidNumber(parsed);
    }

    /** Whether it is valid and has a length that is in use in its area. */
    boolean isComplete() {
        return isValid()
                && lengths().map(row -> row.permits(nationalNumber().length())).orElse(true);
    }

    /** The lengths of the numbers that begin like this one; empty where no table has them. */
    Optional<NationalLengths.Row> lengths() {
        return NationalLengths.find(region, nationalNumber());
    }

    PhoneNumberType type() {
        return LIBRARY.getNumberType(parsed);
    }

    /** Without country code and trunk prefix. */
    String nationalNumber() {
        return LIBRARY.getNationalSignificantNumber(parsed);
    }

    /** The area code or the prefix of a network, without the trunk prefix; empty when there is none. */
    String areaCode() {
        return nationalNumber().substring(0, LIBRARY.getLengthOfNationalDestinationCode(parsed));
    }

    /** Without country code, trunk prefix and area code. */
    String localNumber() {
        return nationalNumber().substring(areaCode().length());
    }

    /** The area code as it is written in this number: with the trunk prefix or the country code. */
    String areaCodeAsDialled() {
        return isInternational(dialled)
                ? "+" + parsed.getCountryCode() + " " + areaCode()
                : dialled.substring(0, dialled.length() - localNumber().length());
    }

    /** In the library's grouping, as dialled within the country. */
    String nationalFormat() {
        return LIBRARY.format(parsed, PhoneNumberFormat.NATIONAL);
    }

    String internationalFormat() {
        return LIBRARY.format(parsed, PhoneNumberFormat.INTERNATIONAL);
    }

    String e164() {
        return LIBRARY.format(parsed, PhoneNumberFormat.E164);
    }

    /**
     * Whether the digits can be dialled as they are: with a plus sign, the international prefix or the trunk prefix of
     * the region, or as the region writes its numbers without one. The library reads others too.
     */
    boolean isDialledInFull(String defaultRegion) {
        String trunkPrefix = LIBRARY.getNddPrefixForRegion(defaultRegion, true);
        return isInternational(dialled)
                || trunkPrefix != null && dialled.startsWith(trunkPrefix)
                || dialled.equals(PhoneNumberUtil.normalizeDigitsOnly(nationalFormat()));
    }

    /** Whether the digits begin with the country code, as a spreadsheet leaves a number of which it removes the plus. */
    boolean isCountryCodeWithoutPlus() {
        return dialled.equals(parsed.getCountryCode() + nationalNumber());
    }
}
