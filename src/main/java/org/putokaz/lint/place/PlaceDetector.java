package org.putokaz.lint.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.putokaz.lint.Finding;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextKind;

/**
 * Detector of what leads to a place in a text (rule L13): streets with a house number, postal codes with a town, coordinates,
 * plus codes, what3words, links to maps, and landlines. It is for texts about a confidential location only, which the caller
 * decides; in any other text an address is right. Immutable; one instance serves all threads.
 */
public final class PlaceDetector {

    private static final List<LintRule> RULES = List.of(
            new StreetAddressRule(),
            new PostalCodeRule(),
            new CoordinatesRule(),
            new PlaceCodeRule(),
            new MapLinkRule(),
            new LandlineRule());

    /**
     * All findings in the order of the text, each a warning. Every rule is run on every text, as an English text may hold a
     * Serbian address. Of CommonMark both the words and the source are searched: in the source are the targets of links, code
     * and autolinks, in the words an address of which a part is emphasised.
     *
     * @param label what the text is for an editor: its language tag, or the name of the field of a value without a language; the
     *     second argument of each message
     */
    public List<Finding> detect(TextKind kind, String text, String label) {
        List<Finding> found = new ArrayList<>(detect(PlainTextView.of(kind, text), text));
        if (kind == TextKind.PROSE) {
            List<Finding> words = List.copyOf(found);
            detect(PlainTextView.of(TextKind.LINE, text), text).stream()
                    .filter(source -> words.stream().noneMatch(word -> isSame(word, source)))
                    .forEach(found::add);
        }
        return found.stream()
                .map(finding -> finding.withArgument(label))
                .sorted(Comparator.comparingInt(Finding::offset))
                .toList();
    }

    private static List<Finding> detect(PlainTextView view, String source) {
        FindingCollector findings = new FindingCollector(source, view);
        RULES.forEach(rule -> rule.check(view, findings));
        return findings.sorted();
    }

    private static boolean isSame(Finding one, Finding other) {
        return one.message().code().equals(other.message().code()) && one.overlaps(other);
    }
}
