package org.putokaz.lint;

/**
 * L11: a telephone number or a mail address typed into prose. There nobody verifies it, and it stays when the contact
 * channel has long been changed. Dates are no numbers: their first group is too short for an area code.
 */
final class ContactInProseRule implements LintRule {

    private static final String GAPS = " \u00A0/-\u2013.";
    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_NATIONAL = 11;
    private static final int MOST_INTERNATIONAL = 15;
    /** The trunk prefix and the shortest area code. */
    private static final int SHORTEST_FIRST_GROUP = 3;

    @Override
    public void check(PlainTextView reading, FindingCollector findings) {
        for (TextSpan address : reading.addresses()) {
            String text = reading.text(address);
            if (text.indexOf('@') > 0 && !text.contains("://")) {
                findings.add(LintCode.MAIL_IN_PROSE, address);
            }
        }
        for (int i = 0; i < reading.length(); ) {
            int end = begins(i, reading) ? numberEnd(i, reading) : i;
            if (end > i) {
                findings.add(LintCode.PHONE_IN_PROSE, new TextSpan(i, end));
            }
            i = Math.max(end, i + 1);
        }
    }

    private static boolean begins(int at, PlainTextView reading) {
        char before = reading.at(at - 1);
        boolean inNumber = ".,/-–+".indexOf(before) >= 0 && LetterTables.isDigit(reading.at(at - 2));
        boolean alone = !inNumber && !Character.isLetterOrDigit(before) && before != '+';
        char c = reading.at(at);
        return alone && (c == '0' || (c == '+' && LetterTables.isDigit(reading.at(at + 1)))) && !reading.isAddress(at);
    }

    /** Where the number that begins there has ended, or where it begins if it is none. */
    private static int numberEnd(int from, PlainTextView reading) {
        boolean international = reading.at(from) == '+' || (reading.at(from + 1) == '0' && reading.at(from) == '0');
        int most = international ? MOST_INTERNATIONAL : MOST_NATIONAL;
        int end = groupEnd(reading.at(from) == '+' ? from + 1 : from, reading, most);
        int digits = end - from;
        if (digits < SHORTEST_FIRST_GROUP) {
            return from;
        }
        for (int group = nextGroup(end, reading); group > end; group = nextGroup(end, reading)) {
            int groupEnd = groupEnd(group, reading, most);
            if (digits + groupEnd - group > most) {
                break;
            }
            digits += groupEnd - group;
            end = groupEnd;
        }
        boolean whole = digits >= FEWEST_DIGITS && digits <= most;
        return whole && !Character.isLetterOrDigit(reading.at(end)) ? end : from;
    }

    /** One gap, and one bracket on either side of it: {@code (011) 26}, {@code +381 (0)63}. */
    private static int nextGroup(int end, PlainTextView reading) {
        int i = end;
        i += reading.at(i) == ')' ? 1 : 0;
        i += GAPS.indexOf(reading.at(i)) >= 0 ? 1 : 0;
        i += reading.at(i) == '(' ? 1 : 0;
        return LetterTables.isDigit(reading.at(i)) ? i : end;
    }

    // Looks no further than one digit beyond the longest number, so that many beginnings cost no more than few.
    private static int groupEnd(int from, PlainTextView reading, int most) {
        int end = from;
        while (end - from <= most && LetterTables.isDigit(reading.at(end))) {
            end++;
        }
        return end;
    }
}
