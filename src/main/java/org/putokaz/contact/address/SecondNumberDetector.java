package org.putokaz.contact.address;

import java.util.Optional;
import org.putokaz.contact.address.PhoneNumberText.Boundary;
import org.putokaz.contact.address.PhoneNumberText.Group;
import org.putokaz.problem.InvalidValueException;

/**
 * Detector of a second number in the text of one, which the library would read as one long number: {@code 011/26 50
 * 329/330}. The second may be complete, lack its area code, be shortened to the digits that differ, or be an extension.
 */
final class SecondNumberDetector {

    private static final int MAX_SHORTENED_DIGITS = 4;
    private static final int MIN_LOCAL_DIGITS = 5;

    private final PhoneNumberText text;
    private final String region;

    SecondNumberDetector(PhoneNumberText text, String region) {
        this.text = text;
        this.region = region;
    }

    /**
     * @throws InvalidValueException {@code phone-two-numbers}, {@code phone-shortened-number} or {@code
     * phone-digits-after-number}
     */
    void rejectSecondNumber() {
        int count = text.groups().size();
        boolean completeAsOne =
                SubscriberNumber.findComplete(text.dialled(), region).isPresent();
        for (int i = 1; i < count; i++) {
            boolean separates = text.groups().get(i).boundary() != Boundary.ORDINARY || !completeAsOne;
            Optional<SubscriberNumber> first = SubscriberNumber.findComplete(text.dialled(0, i), region);
            if (separates && first.isPresent()) {
                throw toException(i, first.get());
            }
        }
    }

    /** @param boundary the index of the first group after the complete number */
    private InvalidValueException toException(int boundary, SubscriberNumber first) {
        int count = text.groups().size();
        String firstText = text.textOf(0, boundary);
        String restText = text.textOf(boundary, count);
        String rest = text.dialled(boundary, count);
        if (SubscriberNumber.findComplete(rest, region).isPresent()) {
            return new InvalidValueException("phone-two-numbers", text.value(), firstText, restText);
        }
        Group last = text.groups().get(boundary - 1);
        if (rest.length() <= MAX_SHORTENED_DIGITS
                && rest.length() == last.digits().length()) {
            String second = firstText.substring(0, firstText.length() - rest.length()) + rest;
            return new InvalidValueException("phone-shortened-number", text.value(), firstText, second);
        }
        if (isLocalNumber(rest, first)) {
            String second = areaCodeText(first) + " " + restText;
            return new InvalidValueException("phone-two-numbers", text.value(), firstText, second);
        }
        return new InvalidValueException("phone-digits-after-number", text.value(), firstText, restText);
    }

    /** Whether the digits are a complete number with the area code of the first. */
    private boolean isLocalNumber(String rest, SubscriberNumber first) {
        return rest.length() >= MIN_LOCAL_DIGITS
                && SubscriberNumber.findComplete(
                                "+" + first.parsed().getCountryCode() + first.areaCode() + rest, region)
                        .isPresent();
    }

    /** The area code of the first number as it is written there: with the trunk prefix or the country code. */
    private static String areaCodeText(SubscriberNumber first) {
        String international = "+" + first.parsed().getCountryCode() + " " + first.areaCode();
        String dialled = first.dialled();
        int end = dialled.indexOf(first.areaCode()) + first.areaCode().length();
        return dialled.startsWith("+") ? international : dialled.substring(0, end);
    }
}
