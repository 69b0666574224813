package org.putokaz.contact.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/**
 * Number of a subscriber as libphonenumber reads it, with what the numbering plan says about it.
 *
 * @param dialled the digits that were read, after a plus sign if there was one
 * @param region the country to which it belongs, as ISO 3166-1; the region of the channel when the library knows none
 */
record SubscriberNumber(String dialled, Phonenumber.PhoneNumber parsed, String region) {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final String INTERNATIONAL_PREFIX = "00";

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
        boolean international = dialled.startsWith("+") || dialled.startsWith(INTERNATIONAL_PREFIX);
        return international
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
        return dialled.startsWith("+")
                || dialled.startsWith(INTERNATIONAL_PREFIX)
                || trunkPrefix != null && dialled.startsWith(trunkPrefix)
                || dialled.equals(PhoneNumberUtil.normalizeDigitsOnly(nationalFormat()));
    }

    /** Whether the digits begin with the country code, as a spreadsheet leaves a number of which it removes the plus. */
    boolean isCountryCodeWithoutPlus() {
        return dialled.equals(parsed.getCountryCode() + nationalNumber());
    }
}
