package org.putokaz.locale;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Detector of mail addresses, URLs and domain names in a text. Transliterated, each would be a different address,
 * which a stranger may own. Each search is one pass over the text, whatever it holds.
 */
public final class AddressDetector {

    private static final List<String> PREFIXES = List.of("www.", "mailto:", "tel:");
    // A top-level domain that is also a Serbian word, or its beginning after a missing space, must not stand here.
    private static final Set<String> TOP_LEVEL_DOMAINS = Set.of(
            "срб", "мкд", "рф", "rs", "me", "ba", "hr", "mk", "si", "eu", "com", "org", "net", "info", "edu", "gov");

    private final String text;
    private final BitSet found;

    private AddressDetector(String text) {
        this.text = text;
        this.found = new BitSet(text.length());
    }

    /** The positions of all characters that are part of an address. */
    public static BitSet in(String text) {
        AddressDetector addresses = new AddressDetector(text);
        addresses.findUrls();
        addresses.findPrefixes();
        addresses.findMailboxes();
        addresses.findDomains();
        return addresses.found;
    }

    private void findUrls() {
        int end = 0;
        for (int colon = text.indexOf("://"); colon >= 0; colon = text.indexOf("://", end)) {
            int start = schemeStart(colon, end);
            end = colon + "://".length();
            if (start < colon) {
                end = urlEnd(end);
                found.set(start, end);
            }
        }
    }

    private int schemeStart(int colon, int from) {
        int start = colon;
        while (start > from && isScheme(text.charAt(start - 1))) {
            start--;
        }
        while (start < colon && !CharacterClasses.isAsciiLetter(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private void findPrefixes() {
        for (String prefix : PREFIXES) {
            for (int i = 0; i < text.length(); i++) {
                boolean begins = i == 0 || !CharacterClasses.isWord(text.charAt(i - 1));
                if (begins && text.regionMatches(true, i, prefix, 0, prefix.length())) {
                    int end = urlEnd(i + prefix.length());
                    found.set(i, end);
                    i = end - 1;
                }
            }
        }
    }

    private void findMailboxes() {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > 0 && isMailbox(text.charAt(start - 1))) {
                start--;
            }
            int label = labelEnd(at + 1);
            int end = label;
            while (end < text.length() && text.charAt(end) == '.' && labelEnd(end + 1) > end + 1) {
                end = labelEnd(end + 1);
            }
            if (start < at && label > at + 1 && end > label) {
                found.set(start, end);
            }
        }
    }

    private void findDomains() {
        int start = 0;
        int end = 0;
        for (int label = 0; label < text.length(); ) {
            int labelEnd = labelEnd(label);
            if (label > start && isTopLevelDomain(label, labelEnd)) {
                end = labelEnd;
            }
            if (labelEnd > label && labelEnd < text.length() && text.charAt(labelEnd) == '.') {
                label = labelEnd + 1;
                continue;
            }
            start = keepDomain(start, end, labelEnd) + 1;
            label = start;
        }
        keepDomain(start, end, text.length());
    }

    // Answers where to go on: after the labels, or after the path that followed them.
    private int keepDomain(int start, int end, int labelsEnd) {
        if (end <= start) {
            return labelsEnd;
        }
        boolean hasPath = end == labelsEnd && end < text.length() && "/?#:".indexOf(text.charAt(end)) >= 0;
        int kept = hasPath ? urlEnd(end) : end;
        found.set(start, kept);
        return Math.max(kept, labelsEnd);
    }

    private boolean isTopLevelDomain(int from, int to) {
        return to > from && TOP_LEVEL_DOMAINS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    private int labelEnd(int from) {
        int end = from;
        while (end < text.length() && (CharacterClasses.isWord(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    private int urlEnd(int from) {
        int end = from;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && !Character.isSpaceChar(text.charAt(end))
                && "<>\"„“”«»".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean isScheme(char c) {
        return CharacterClasses.isAsciiLetter(c) || CharacterClasses.isAsciiDigit(c) || "+.-".indexOf(c) >= 0;
    }

    private static boolean isMailbox(char c) {
        return CharacterClasses.isWord(c) || "._%+-".indexOf(c) >= 0;
    }
}
