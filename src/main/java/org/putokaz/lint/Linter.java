package org.putokaz.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.putokaz.locale.Language;

/**
 * Finds in a text what a reader cannot see and a machine trips over (errors), and what a careful editor would not leave
 * (warnings). It holds nothing that changes, so one serves all threads.
 *
 * <p>All rules are for Serbian in Cyrillic. An editor's Serbian in Latin and English keep those that make sense there,
 * and any other language only those about hidden characters, scripts within a word, and addresses.
 */
public final class Linter {

    private static final List<Rule> FOR_ADDRESSES =
            List.of(new HiddenCharacters(), new Composition(), new AddressScript(), new DisguisedDigits(false));

    private static final Rule CONTACTS = new TypedContacts();

    private final List<Rule> cyrillic;
    private final List<Rule> latin;
    private final List<Rule> english;
    private final List<Rule> others;

    /**
     * @param acronyms Latin words that may stand in a Cyrillic text, exactly as written, besides those that every
     *     institution uses (PDF, Viber ...)
     */
    public Linter(Set<String> acronyms) {
        others = List.of(
                new HiddenCharacters(),
                new Composition(),
                new MixedScripts(false),
                new DisguisedDigits(true),
                new AddressScript());
        english = and(others, new LatinLetters(false), new Spacing(), new DoubledWords(), new Quotes(false));
        latin = and(
                others,
                new LatinLetters(true),
                new Dates(),
                new Years(Language.SR_LATN),
                new Spacing(),
                new DoubledWords(),
                new Quotes(true));
        cyrillic = List.of(
                new HiddenCharacters(),
                new Composition(),
                new MixedScripts(true),
                new DisguisedDigits(true),
                new AddressScript(),
                new SerbianLetters(),
                new RomanNumerals(),
                new LatinWords(acronyms),
                new Dates(),
                new Years(Language.SR_CYRL),
                new Spacing(),
                new DoubledWords(),
                new Quotes(true));
    }

    /** Everything there is to notice, in the order of the text; of one fault at most fifty places. */
    public List<Finding> lint(Language language, TextKind kind, String text) {
        Reading reading = Reading.of(kind, text);
        Findings findings = new Findings(text, reading);
        rules(language, kind).forEach(rule -> rule.check(reading, findings));
        if (kind == TextKind.PROSE) {
            CONTACTS.check(reading, findings);
        }
        return findings.inOrder();
    }

    private List<Rule> rules(Language language, TextKind kind) {
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

    private static List<Rule> and(List<Rule> rules, Rule... more) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
