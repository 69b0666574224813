package org.putokaz.lint.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.putokaz.lint.Finding;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextKind;
import org.putokaz.locale.Language;

/**
 * Linter of Serbian text: errors are what a reader cannot see and a machine misreads, warnings what a careful editor
 * would correct. Immutable; one instance serves all threads.
 *
 * <p>All rules are for Serbian in Cyrillic. An editor's Serbian in Latin and English keep those that make sense there,
 * and any other language only those about hidden characters, scripts within a word, and addresses.
 */
public final class Linter {

    private static final List<LintRule> FOR_ADDRESSES = List.of(
            new InvisibleCharacterRule(),
            new UnicodeNormalizationRule(),
            new AddressScriptRule(),
            new LetterForDigitRule(false));

    private static final LintRule CONTACTS = new ContactInProseRule();

    private final List<LintRule> cyrillic;
    private final List<LintRule> latin;
    private final List<LintRule> english;
    private final List<LintRule> others;

    /**
     * @param acronyms Latin words that may stand in a Cyrillic text, exactly as written, besides those that every
     *     institution uses (PDF, Viber ...)
     */
    public Linter(Set<String> acronyms) {
        others = List.of(
                new InvisibleCharacterRule(),
                new UnicodeNormalizationRule(),
                new MixedScriptRule(false),
                new LetterForDigitRule(true),
                new AddressScriptRule());
        english = and(
                others,
                new LatinLetterRule(false),
                new SpacingRule(),
                new RepeatedWordRule(),
                new QuotationMarkRule(false));
        latin = and(
                others,
                new LatinLetterRule(true),
                new DateFormatRule(),
                new YearFormatRule(Language.SR_LATN),
                new SpacingRule(),
                new RepeatedWordRule(),
                new QuotationMarkRule(true));
        cyrillic = cyrillicRules(acronyms);
    }

    private static List<LintRule> cyrillicRules(Set<String> acronyms) {
        return List.of(
                new InvisibleCharacterRule(),
                new UnicodeNormalizationRule(),
                new MixedScriptRule(true),
                new LetterForDigitRule(true),
                new AddressScriptRule(),
                new NonSerbianLetterRule(),
                new RomanNumeralRule(),
                new LatinWordRule(acronyms),
                new DateFormatRule(),
                new YearFormatRule(Language.SR_CYRL),
                new SpacingRule(),
                new RepeatedWordRule(),
                new QuotationMarkRule(true));
    }

    /** The same for a text in which any telephone number may stand in a name, label or title. */
    public List<Finding> lint(Language language, TextKind kind, String text) {
        return lint(language, kind, text, KnownNumbers.ALL);
    }

    /**
     * All findings in the order of the text, at most fifty of each code, and as many in code and links.
     *
     * @param numbers those that a name, label or title may show
     */
    public List<Finding> lint(Language language, TextKind kind, String text, KnownNumbers numbers) {
        PlainTextView view = PlainTextView.of(kind, text);
        FindingCollector findings = new FindingCollector(text, view);
        rules(language, kind).forEach(rule -> rule.check(view, findings));
        return switch (kind) {
            case LINE -> {
                new PhoneInLineRule(numbers).check(view, findings);
                yield findings.sorted();
            }
            case PROSE -> {
                CONTACTS.check(view, findings);
                yield Stream.concat(findings.sorted().stream(), HiddenNumberRule.check(text).stream())
                        .sorted(Comparator.comparingInt(Finding::offset))
                        .toList();
            }
            case ADDRESS -> findings.sorted();
        };
    }

    private List<LintRule> rules(Language language, TextKind kind) {
        String tag = language.tag() + "-";
        if (kind == TextKind.ADDRESS) {
            return FOR_ADDRESSES;
        } else if (tag.equals("sr-") || tag.startsWith("sr-Cyrl-")) {
            return cyrillic;
        } else if (tag.startsWith("sr-Latn-")) {
            return latin;
        }
        return tag.startsWith("en-") ? english : others;
    }

    private static List<LintRule> and(List<LintRule> rules, LintRule... more) {
        List<LintRule> all = new ArrayList<>(rules);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
