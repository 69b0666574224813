package org.putokaz.lint.phone;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reader of the telephone number in a link that dials or writes to it when it is followed. */
public final class DialledLink {

    /** The digits, grouped or not; signs may be percent-encoded. */
    private static final String NUMBER =
            "(?<number>(?:\\+|%2B)?[0-9(](?:[0-9 ().\\-]|%[0-9A-F]{2}){2,40})(?![\\p{L}_])";

    /** {@code tel:+38163610590}, {@code sms:063610590?body=…}. */
    private static final Pattern DIALLED =
            Pattern.compile("(?i)(?:tel|sms|smsto|callto|skype|facetime|facetime-audio):(?://)?" + NUMBER);

    /** Links of messengers, which take the number with its country code, mostly without a plus sign. */
    private static final List<Pattern> MESSENGERS = List.of(
            Pattern.compile("(?i)(?:https?://)?(?:www\\.)?(?:wa\\.me/|t\\.me/\\+|signal\\.me/#p/)" + NUMBER),
            Pattern.compile(
                    "(?i)(?:https?://)?(?:[a-z]{1,10}\\.)?whatsapp\\.com/send/?\\?(?:[^\\s#]{0,200}&)?phone=" + NUMBER),
            Pattern.compile(
                    "(?i)(?:viber|whatsapp|tg)://[^\\s?#]{0,40}\\?(?:[^\\s#]{0,200}&)?(?:number|phone)=" + NUMBER));

    private static final Pattern PLUS = Pattern.compile("(?i)%2B");
    private static final Pattern TRUNK_IN_BRACKETS = Pattern.compile("(?i)(?:\\(|%28)0(?:\\)|%29)");
    private static final Pattern NO_DIGIT = Pattern.compile("(?i)%[0-9A-F]{2}|[^0-9+]");

    private DialledLink() {}

    /**
     * The number that the link dials, as digits after a plus sign if it has a country code; empty for any other link.
     *
     * @param link a target or an address, with a scheme or without
     */
    public static Optional<String> numberIn(String link) {
        String target = link.strip();
        Matcher dialled = DIALLED.matcher(target);
        if (dialled.lookingAt()) {
            return Optional.of(digits(dialled.group("number")));
        }
        return MESSENGERS.stream()
                .map(pattern -> pattern.matcher(target))
                .filter(Matcher::lookingAt)
                .map(messenger -> withPlus(digits(messenger.group("number"))))
                .findFirst();
    }

    private static String digits(String number) {
        String plain = PLUS.matcher(number).replaceAll("+");
        return NO_DIGIT.matcher(TRUNK_IN_BRACKETS.matcher(plain).replaceAll("")).replaceAll("");
    }

    /** A number that begins with a zero is one of the country, or has the international prefix already. */
    private static String withPlus(String digits) {
        return digits.startsWith("+") || digits.startsWith("0") ? digits : "+" + digits;
    }
}
