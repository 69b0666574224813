package org.putokaz.contact.address;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
    /** Two parts of so many digits each, both complete with the same area code, are two numbers in any country. */
    private static final int MIN_DIGITS_OF_TWO = 6;

    private final PhoneNumberText text;
    private final List<Group> groups;
    private final String region;

    SecondNumberDetector(PhoneNumberText text, String region) {
        this.text = text;
        this.groups = text.groups();
        this.region = region;
    }

    /**
     * @throws InvalidValueException {@code phone-two-numbers}, {@code phone-shortened-number}, {@code
     * phone-digits-after-number}, or {@code phone-not-a-number} for a conjunction or plus sign within a number
     */
    void rejectSecondNumber() {
        boolean completeAsOne = complete(0, groups.size()).isPresent();
        Optional<Integer> end = firstComplete(i -> boundary(i) == Boundary.CONJUNCTION)
                .or(() -> firstComplete(i -> boundary(i) == Boundary.SLASH))
                .or(() -> firstComplete(i -> complete(i, groups.size()).isPresent()))
                .or(() -> firstComplete(i -> !completeAsOne || isSeparate(i)));
        if (end.isPresent()) {
            throw toException(end.get());
        }
        groups.stream()
                .filter(group -> group.boundary() == Boundary.CONJUNCTION)
                .findFirst()
                .ifPresent(group -> {
                    throw UnexpectedCharacter.at(text.value(), group.boundaryAt())
                            .toException("phone-not-a-number");
                });
    }

    private Boundary boundary(int group) {
        return groups.get(group).boundary();
    }

    private Optional<SubscriberNumber> complete(int from, int to) {
        return SubscriberNumber.findComplete(text.dialled(from, to), region);
    }

    /** The index of the first group of this kind before which the text is a complete number. */
    private Optional<Integer> firstComplete(IntPredicate kind) {
        return IntStream.range(1, groups.size())
                .filter(i -> complete(0, i).isPresent() && kind.test(i))
                .boxed()
                .findFirst();
    }

    /** Whether the digits from this group on are none of the complete number before them, though the whole is one too. */
    private boolean isSeparate(int boundary) {
        String rest = text.dialled(boundary, groups.size());
        SubscriberNumber first = complete(0, boundary).orElseThrow();
        boolean twoNumbers = rest.length() >= MIN_DIGITS_OF_TWO
                && first.localNumber().length() >= MIN_DIGITS_OF_TWO
                && isLocalNumber(rest, first);
        return twoNumbers || rest.length() == 1;
    }

    /** @param boundary the index of the first group after the complete number */
    private InvalidValueException toException(int boundary) {
        SubscriberNumber first = complete(0, boundary).orElseThrow();
        int end = endOfSecond(boundary);
        String firstText = text.textOf(0, boundary);
        String restText = text.textOf(boundary, end);
        String rest = text.dialled(boundary, end);
        if (complete(boundary, end).isPresent() || isNamedShortCode(boundary, rest)) {
            return new InvalidValueException("phone-two-numbers", text.value(), firstText, restText);
        }
        if (isShortened(rest, groups.get(boundary - 1))) {
            String second = firstText.substring(0, firstText.length() - rest.length()) + rest;
            return new InvalidValueException("phone-shortened-number", text.value(), firstText, second);
        }
        if (isLocalNumber(rest, first)) {
            String second = first.areaCodeAsDialled() + " " + restText;
            return new InvalidValueException("phone-two-numbers", text.value(), firstText, second);
        }
        return new InvalidValueException("phone-digits-after-number", text.value(), firstText, restText);
    }

    /** The index after the last group of the second number: a third may follow. */
    private int endOfSecond(int boundary) {
        Boundary separator = boundary(boundary);
        return IntStream.range(boundary + 1, groups.size())
                .filter(i ->
                        boundary(i) == Boundary.CONJUNCTION || boundary(i) == separator && separator == Boundary.SLASH)
                .findFirst()
                .orElse(groups.size());
    }

    /** After a slash or a blank three digits are rather the end of a neighbouring number, or an extension. */
    private boolean isNamedShortCode(int boundary, String rest) {
        return boundary(boundary) == Boundary.CONJUNCTION
                && ShortCodeDirectory.find(region, rest).isPresent();
    }

    private boolean isShortened(String rest, Group last) {
        boolean sameLength = rest.length() == last.digits().length();
        boolean withoutGroups = last.digits().length() > MAX_SHORTENED_DIGITS + 1;
        return rest.length() > 1
                && rest.length() <= MAX_SHORTENED_DIGITS
                && (sameLength || withoutGroups)
                && ShortCodeDirectory.find(region, rest).isEmpty();
    }

    /** Whether the digits are a complete number with the area code of the first. */
    private boolean isLocalNumber(String rest, SubscriberNumber first) {
        String national = "+" + first.parsed().getCountryCode() + first.areaCode() + rest;
        return rest.length() >= MIN_LOCAL_DIGITS
                && SubscriberNumber.findComplete(national, region).isPresent();
    }
}
