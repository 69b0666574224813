package org.putokaz.lint.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LetterTables;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;

/**
 * Rule L5: a Latin word inside a Cyrillic text. It is a slip of the keyboard ({@code a} for {@code а}), or a name to
 * be transcribed, or one of the few words that are always written so.
 */
final class LatinWordRule implements LintRule {

    /** What every institution writes in Latin: formats and services. */
    private static final Set<String> ACCEPTED = Set.of(
            "PDF",
            "QR",
            "SMS",
            "MMS",
            "URL",
            "HTML",
            "USB",
            "GPS",
            "CD",
            "DVD",
            "PIN",
            "SIM",
            "IP",
            "ID",
            "IBAN",
            "ISO",
            "IT",
            "PR",
            "HIV",
            "COVID",
            "SOS",
            "RSS",
            "JSON",
            "CSV",
            "Wi",
            "Fi",
            "web",
            "Viber",
            "WhatsApp",
            "Telegram",
            "Signal",
            "Skype",
            "Zoom",
            "Facebook",
            "Messenger",
            "Instagram",
            "YouTube",
            "LinkedIn",
            "TikTok",
            "Twitter",
            "Google",
            "Android",
            "iOS",
            "iPhone",
            "Windows",
            "Word",
            "Excel");

    private static final Set<String> UNITS = Set.of(
            "m", "km", "cm", "mm", "g", "kg", "mg", "t", "l", "ml", "ha", "V", "W", "kW", "kWh", "Hz", "kB", "MB", "GB",
            "h", "min", "s", "C", "RSD", "EUR", "USD");

    // A lone C, D, L or M is hardly ever a number, and C and M look like Cyrillic letters.
    private static final Pattern ROMAN =
            Pattern.compile("[IVX]|(?=..)M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})");

    private final Set<String> accepted;

    LatinWordRule(Set<String> acronyms) {
        Set<String> all = new HashSet<>(ACCEPTED);
        all.addAll(acronyms);
        accepted = Set.copyOf(all);
    }

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        for (TextSpan span : view.words()) {
            String word = view.text(span);
            boolean latin = word.codePoints().allMatch(c -> LetterTables.isLatin(c) || LetterTables.isMark(c));
            if (!latin || isAllowed(word, span, view)) {
                continue;
            }
            Optional<String> cyrillic = LetterTables.asCyrillic(word);
            if (cyrillic.isPresent()) {
                findings.add(LintCode.LATIN_WORD_LOOKS_CYRILLIC, span, List.of(cyrillic.get()));
            } else if (!isLoan(span, view)) {
                findings.add(LintCode.LATIN_WORD, span);
            }
        }
    }

    private boolean isAllowed(String word, TextSpan span, PlainTextView view) {
        char before = view.at(span.from() - 1);
        return view.isAddress(span.from())
                || before == '@'
                || before == '#'
                || accepted.contains(word)
                || (word.equals("e") && isLoan(span, view))
                || ROMAN.matcher(word).matches()
                || (UNITS.contains(word) && isMeasured(span, view));
    }

    private static boolean isMeasured(TextSpan unit, PlainTextView view) {
        int end = unit.from();
        while (end > 0 && " \u00A0°/".indexOf(view.at(end - 1)) >= 0 && unit.from() - end < 2) {
            end--;
        }
        return LetterTables.isDigit(view.at(end - 1));
    }

    /** With a Cyrillic word behind the hyphen, as in {@code PDF-ом}. */
    private static boolean isLoan(TextSpan span, PlainTextView view) {
        return view.at(span.to()) == '-' && LetterTables.isCyrillic(view.at(span.to() + 1));
    }
}
