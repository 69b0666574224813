package org.putokaz.lint;

/**
 * Rule L11: a telephone number or a mail address typed into prose, where it is not verified and does not follow
 * changes of the contact channel. Dates do not match: their first group is too short for an area code.
 */
final class ContactInProseRule implements LintRule {

    private static final String GAPS = " \u00A0/-\u2013.";
    private static final int FEWEST_DIGITS = 8;
    private static final int MAX_NATIONAL_DIGITS = 11;
    private static final int MAX_INTERNATIONAL_DIGITS = 15;
    /** The trunk prefix and the shortest area code. */
    private static final int SHORTEST_FIRST_GROUP = 3;

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        for (TextSpan address : view.addresses()) {
            String text = view.text(address);
            if (text.indexOf('@') > 0 && !text.contains("://")) {
                findings.add(LintCode.MAIL_IN_PROSE, address);
            }
        }
        for (int i = 0; i < view.length(); ) {
            int end = begins(i, view) ? numberEnd(i, view) : i;
            if (end > i) {
                findings.add(LintCode.PHONE_IN_PROSE, new TextSpan(i, end));
            }
            i = Math.max(end, i + 1);
        }
    }

    private static boolean begins(int at, PlainTextView view) {
        char before = view.at(at - 1);
        boolean inNumber = ".,/-–+".indexOf(before) >= 0 && LetterTables.isDigit(view.at(at - 2));
        boolean alone = !inNumber && !Character.isLetterOrDigit(before) && before != '+';
        char c = view.at(at);
        return alone && (c == '0' || (c == '+' && LetterTables.isDigit(view.at(at + 1)))) && !view.isAddress(at);
    }

    /** Where the number that begins there has ended, or where it begins if it is none. */
    private static int numberEnd(int from, PlainTextView view) {
        boolean international = view.at(from) == '+' || (view.at(from + 1) == '0' && view.at(from) == '0');
        int maxDigits = international ? MAX_INTERNATIONAL_DIGITS : MAX_NATIONAL_DIGITS;
        int end = groupEnd(view.at(from) == '+' ? from + 1 : from, view, maxDigits);
        int digits = end - from;
        if (digits < SHORTEST_FIRST_GROUP) {
            return from;
        }
        for (int group = nextGroup(end, view); group > end; group = nextGroup(end, view)) {
            int groupEnd = groupEnd(group, view, maxDigits);
            if (digits + groupEnd - group > maxDigits) {
                break;
            }
            digits += groupEnd - group;
            end = groupEnd;
        }
        boolean whole = digits >= FEWEST_DIGITS && digits <= maxDigits;
        return whole && !Character.isLetterOrDigit(view.at(end)) ? end : from;
    }

    /** One gap, and one bracket on either side of it: {@code (011) 26}, {@code +381 (0)63}. */
    private static int nextGroup(int end, PlainTextView view) {
        int i = end;
        i += view.at(i) == ')' ? 1 : 0;
        i += GAPS.indexOf(view.at(i)) >= 0 ? 1 : 0;
        i += view.at(i) == '(' ? 1 : 0;
        return LetterTables.isDigit(view.at(i)) ? i : end;
    }

    // Looks no further than one digit beyond the longest number, so that many beginnings cost no more than few.
    private static int groupEnd(int from, PlainTextView view, int maxDigits) {
        int end = from;
        while (end - from <= maxDigits && LetterTables.isDigit(view.at(end))) {
            end++;
        }
        return end;
    }
}
