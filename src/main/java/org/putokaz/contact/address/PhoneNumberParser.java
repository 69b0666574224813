package org.putokaz.contact.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.putokaz.problem.InvalidValueException;

/** Parser of telephone numbers on libphonenumber, with error codes that tell an editor what to correct. */
final class PhoneNumberParser {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private static final Pattern SHORT_CODE_PATTERN = Pattern.compile("[1-9][0-9]{2,5}");

    private final PhoneNumberText text;
    private final String region;

    private PhoneNumberParser(PhoneNumberText text, String region) {
        this.text = text;
        this.region = region;
    }

    static PhoneNumber parse(String typed, String region) {
        if (!LIBRARY.getSupportedRegions().contains(region)) {
            throw new InvalidValueException("phone-unknown-region", region);
        }
        return new PhoneNumberParser(PhoneNumberText.of(typed), region).parse();
    }

    private PhoneNumber parse() {
        Optional<ShortCode> code = ShortCodeDirectory.find(region, text.dialled());
        return code.isPresent() ? shortCode(code.get()) : subscriber();
    }

    private PhoneNumber shortCode(ShortCode code) {
        if (text.extension() != null) {
            throw new InvalidValueException("phone-short-code-with-extension", text.value());
        }
        URI uri = URI.create("tel:" + code.number() + ";phone-context=+" + LIBRARY.getCountryCodeForRegion(region));
        return new PhoneNumber(text, null, uri, code, false);
    }

    private PhoneNumber subscriber() {
        Phonenumber.PhoneNumber number = parseNumber();
        if (!LIBRARY.isValidNumber(number)) {
            throw toException(number);
        }
        requireTrunkPrefix(number);
        String e164 = LIBRARY.format(number, PhoneNumberFormat.E164);
        String extension = text.extension() == null ? "" : ";ext=" + text.extension();
        URI uri = URI.create("tel:" + e164 + extension);
        return new PhoneNumber(text, e164, uri, null, LIBRARY.canBeInternationallyDialled(number));
    }

    private Phonenumber.PhoneNumber parseNumber() {
        try {
            return LIBRARY.parse(text.dialled(), region);
        } catch (NumberParseException e) {
            throw switch (e.getErrorType()) {
                case INVALID_COUNTRY_CODE -> new InvalidValueException("phone-unknown-country-code", text.value());
                case TOO_LONG -> new InvalidValueException("phone-too-long", text.value());
                // The text has only digits, so "not a number" means too few.
                case NOT_A_NUMBER, TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN ->
                    new InvalidValueException("phone-too-short", text.value());
            };
        }
    }

    private InvalidValueException toException(Phonenumber.PhoneNumber number) {
        String owner = Optional.ofNullable(LIBRARY.getRegionCodeForCountryCode(number.getCountryCode()))
                .orElse(region);
        if (ShortCodeDirectory.find(owner, LIBRARY.getNationalSignificantNumber(number))
                .isPresent()) {
            return new InvalidValueException("phone-short-code-with-prefix", text.value());
        }
        if (SHORT_CODE_PATTERN.matcher(text.dialled()).matches()) {
            return new InvalidValueException("phone-unknown-short-code", text.value(), region);
        }
        return switch (LIBRARY.isPossibleNumberWithReason(number)) {
            case TOO_LONG -> new InvalidValueException("phone-too-long", text.value());
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> new InvalidValueException("phone-too-short", text.value());
            default -> new InvalidValueException("phone-not-valid-for-region", text.value(), owner);
        };
    }

    /** The library accepts a number without its trunk zero, which cannot be dialled as displayed. */
    private void requireTrunkPrefix(Phonenumber.PhoneNumber number) {
        String national = LIBRARY.format(number, PhoneNumberFormat.NATIONAL);
        String digits = PhoneNumberUtil.normalizeDigitsOnly(national);
        if (!digits.equals(text.dialled()) && digits.endsWith(text.dialled())) {
            throw new InvalidValueException("phone-trunk-prefix-missing", text.value(), national);
        }
    }
}
