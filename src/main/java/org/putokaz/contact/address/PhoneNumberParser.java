package org.putokaz.contact.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;

/**
 * Parser of telephone numbers on libphonenumber, with error codes that tell an editor what to correct. No suggestion
 * makes an area code of the first digits of a local number: digits that lack one may be a number in any town.
 */
final class PhoneNumberParser {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private static final Pattern SHORT_CODE_PATTERN = Pattern.compile("[1-9][0-9]{2,5}");

    private static final int MAX_LOCAL_DIGITS = 7;

    /** An area code or network with its trunk zero, as a group of its own: 011, 063. */
    private static final Pattern AREA_CODE = Pattern.compile("0[1-9][0-9]");

    /** The trunk prefix of Hungary; 06 80 is its free-phone prefix, and the library reads a mobile number of Serbia. */
    private static final String HUNGARIAN_TRUNK_PREFIX = "06";

    private static final Set<PhoneNumberType> TYPES_WITH_AREA_CODE =
            Set.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /** Types of which no general rule tells whether other countries reach them. */
    private static final Set<PhoneNumberType> REACHED_BY_AGREEMENT =
            Set.of(PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST, PhoneNumberType.PREMIUM_RATE);

    private final PhoneNumberText text;
    private final String region;
    private final boolean unlistedShortCodes;

    private PhoneNumberParser(PhoneNumberText text, NumberingContext numbering) {
        this.text = text;
        this.region = numbering.region();
        this.unlistedShortCodes = numbering.unlistedShortCodes();
    }

    /** Text that is refused and has opening hours beside a number is refused for those. */
    static PhoneNumber parse(String typed, NumberingContext numbering) {
        NumberingContext known = numbering.requireKnownRegion();
        try {
            return parseAsNumber(typed, known);
        } catch (InvalidValueException refused) {
            throw OpeningHoursDetector.find(typed)
                    .filter(found -> found.unmistakable() || isAccepted(found.number(), known))
                    .map(found -> new InvalidValueException(
                            "phone-with-opening-hours", found.text(), found.number(), found.hours()))
                    .orElse(refused);
        }
    }

    private static boolean isAccepted(String typed, NumberingContext numbering) {
        try {
            parseAsNumber(typed, numbering);
            return true;
        } catch (InvalidValueException refused) {
            return false;
        }
    }

    private static PhoneNumber parseAsNumber(String typed, NumberingContext numbering) {
        return new PhoneNumberParser(PhoneNumberText.of(typed), numbering).parse();
    }

    private PhoneNumber parse() {
        Optional<ShortCode> code =
                ShortCodeDirectory.find(region, text.dialled()).or(this::unlistedShortCode);
        return code.isPresent() ? shortCode(code.get()) : subscriber();
    }

    private Optional<ShortCode> unlistedShortCode() {
        return unlistedShortCodes && isShortCode()
                ? Optional.of(ShortCode.confirmedByItsOwner(text.dialled()))
                : Optional.empty();
    }

    /** Whether so few digits can only be a short code: no number with an area code is that short and valid. */
    private boolean isShortCode() {
        return SHORT_CODE_PATTERN.matcher(text.dialled()).matches()
                && text.groups().stream().allMatch(group -> group.boundary() == PhoneNumberText.Boundary.ORDINARY)
                && !isSeveralShortCodes()
                && SubscriberNumber.findComplete(text.dialled(), region).isEmpty();
    }

    /** Whether a group of the digits is a code by itself: 192 193 is no code of six digits. */
    private boolean isSeveralShortCodes() {
        return text.groups().size() > 1
                && text.groups().stream()
                        .anyMatch(group ->
                                ShortCodeDirectory.find(region, group.digits()).isPresent());
    }

    private PhoneNumber shortCode(ShortCode code) {
        if (text.extension() != null) {
            throw new InvalidValueException("phone-short-code-with-extension", text.value());
        }
        URI uri = URI.create("tel:" + code.number() + ";phone-context=+" + LIBRARY.getCountryCodeForRegion(region));
        boolean textMessages = code.source().equals(ShortCode.CONFIRMED_BY_ITS_OWNER)
                || ShortCodeDirectory.acceptsTextMessages(region, code.number());
        return new PhoneNumber(text, null, uri, code, false, NumberType.SHORT_CODE, textMessages);
    }

    private PhoneNumber subscriber() {
        new SecondNumberDetector(text, region).rejectSecondNumber();
        if (region.equals("RS") && text.groups().get(0).digits().equals(HUNGARIAN_TRUNK_PREFIX)) {
            throw new InvalidValueException("phone-not-valid-for-region", text.value(), region);
        }
        SubscriberNumber number = parseNumber();
        if (!number.isValid()) {
            throw toException(number);
        }
        requireDialledInFull(number);
        requireLengthOfArea(number);
        String extension = text.extension() == null ? "" : ";ext=" + text.extension();
        URI uri = URI.create("tel:" + number.e164() + extension);
        NumberType type = NumberType.of(number.type());
        boolean textMessages = type != NumberType.FIXED_LINE && type != NumberType.TOLL_FREE;
        return new PhoneNumber(text, number.e164(), uri, null, dialableFromAbroad(number), type, textMessages);
    }

    private static @Nullable Boolean dialableFromAbroad(SubscriberNumber number) {
        return REACHED_BY_AGREEMENT.contains(number.type())
                ? null
                : Boolean.valueOf(LIBRARY.canBeInternationallyDialled(number.parsed()));
    }

    private SubscriberNumber parseNumber() {
        try {
            return SubscriberNumber.parse(text.dialled(), region);
        } catch (NumberParseException e) {
            throw switch (e.getErrorType()) {
                case INVALID_COUNTRY_CODE -> new InvalidValueException("phone-unknown-country-code", text.value());
                case TOO_LONG -> new InvalidValueException("phone-too-long", text.value(), regionOfPlan());
                // The text has only digits, so "not a number" means too few.
                case NOT_A_NUMBER, TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN ->
                    new InvalidValueException("phone-too-short", text.value(), regionOfPlan());
            };
        }
    }

    private InvalidValueException toException(SubscriberNumber number) {
        String planRegion = regionOfPlan();
        if (!hasAreaCode()
                && ShortCodeDirectory.find(planRegion, number.nationalNumber()).isPresent()) {
            return new InvalidValueException("phone-short-code-with-prefix", text.value());
        }
        if (!number.isDialledInFull(region) && text.dialled().length() == MAX_LOCAL_DIGITS) {
            return new InvalidValueException("phone-area-code-missing", text.value());
        }
        if (SHORT_CODE_PATTERN.matcher(text.dialled()).matches()) {
            return new InvalidValueException("phone-unknown-short-code", text.value(), region);
        }
        return switch (LIBRARY.isPossibleNumberWithReason(number.parsed())) {
            case TOO_LONG -> new InvalidValueException("phone-too-long", text.value(), planRegion);
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY ->
                new InvalidValueException("phone-too-short", text.value(), planRegion);
            default -> new InvalidValueException("phone-not-valid-for-region", text.value(), planRegion);
        };
    }

    /** The region in whose numbering plan the text is read: that of its country code, or of the channel without one. */
    private String regionOfPlan() {
        return SubscriberNumber.regionOfCountryCode(text.dialled()).orElse(region);
    }

    /** Whether the first group is an area code: 011 6111 lacks digits, it is not the short code 116111. */
    private boolean hasAreaCode() {
        return text.groups().size() > 1
                && AREA_CODE.matcher(text.groups().get(0).digits()).matches();
    }

    /** The library accepts a number without its plus or trunk zero, which cannot be dialled as displayed. */
    private void requireDialledInFull(SubscriberNumber number) {
        if (number.isDialledInFull(region)) {
            return;
        }
        if (number.isCountryCodeWithoutPlus()) {
            throw new InvalidValueException("phone-plus-missing", text.value(), number.internationalFormat());
        }
        boolean beginsWithAreaCode = TYPES_WITH_AREA_CODE.contains(number.type())
                && text.groups().get(0).digits().equals(number.areaCode());
        throw beginsWithAreaCode && text.dialled().length() > MAX_LOCAL_DIGITS
                ? new InvalidValueException("phone-trunk-prefix-missing", text.value(), number.nationalFormat())
                : new InvalidValueException("phone-area-code-missing", text.value());
    }

    private void requireLengthOfArea(SubscriberNumber number) {
        if (!number.isComplete()) {
            NationalLengths.Row lengths = number.lengths().orElseThrow();
            throw new InvalidValueException(
                    "phone-length-of-area",
                    text.value(),
                    number.areaCode(),
                    lengths.display(),
                    number.nationalNumber().length(),
                    number.region());
        }
    }
}
