package org.putokaz.lint.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.putokaz.lint.Finding;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextKind;

/**
 * Detector of what leads to a place in a text (rule L13): streets with a house number, postal codes with a town, coordinates,
 * plus codes, what3words, links to maps, landlines, and directions by a landmark. It is for texts about a confidential location only, which the caller
 * decides; in any other text an address is right. Immutable; one instance serves all threads.
 */
public final class PlaceDetector {

    private static final Set<String> DOUBTFUL =
            Set.of(LintCode.PLACE_NAME_WITH_NUMBER.code(), LintCode.PLACE_LANDMARK.code());

    private static final List<LintRule> RULES = List.of(
            new StreetAddressRule(),
            new CapitalisedNameRule(),
            new PostalCodeRule(),
            new CoordinatesRule(),
            new PlaceCodeRule(),
            new MapLinkRule(),
            new LandlineRule(),
            new LandmarkRule());

    /**
     * All findings in the order of the text, each a warning. Every rule is run on every text, as an English text may hold a
     * Serbian address. Of CommonMark both the words and the source are searched: in the source are the targets of links, code
     * and autolinks, in the words an address of which a part is emphasised. Of web addresses the words of the path are searched.
     *
     * @param label what the text is for an editor: its language tag, or the name of the field of a value without a language; the
     *     second argument of each message
     */
    public List<Finding> detect(TextKind kind, String text, String label) {
        List<Finding> found = new ArrayList<>(detect(PlainTextView.of(kind, text), text));
        if (kind == TextKind.PROSE) {
            addOthers(found, detect(PlainTextView.of(TextKind.LINE, text), text));
        }
        addOthers(found, detectNames(SlugText.ofPaths(text), text));
        return labelled(found, label);
    }

    /** The findings in the words of a slug. */
    public List<Finding> detectInSlug(String slug, String label) {
        List<Finding> found = new ArrayList<>(detect(PlainTextView.of(TextKind.LINE, slug.replace('-', ' ')), slug));
        addOthers(found, detectNames(SlugText.ofSlug(slug), slug));
        return labelled(found, label);
    }

    private static List<Finding> detect(PlainTextView view, String source) {
        FindingCollector findings = new FindingCollector(source, view);
        RULES.forEach(rule -> rule.check(view, findings));
        return findings.sorted();
    }

    private static List<Finding> detectNames(String words, String source) {
        FindingCollector findings = new FindingCollector(source, PlainTextView.of(TextKind.LINE, words));
        PlaceSpans spans = new PlaceSpans(findings, LintCode.PLACE_STREET);
        StreetNames.addFromSlug(spans, ScriptFolding.fold(words));
        spans.report();
        return findings.sorted();
    }

    /** Adds the findings that are not yet found in another form of the text. */
    private static void addOthers(List<Finding> found, List<Finding> others) {
        List<Finding> before = List.copyOf(found);
        others.stream()
                .filter(other -> before.stream().noneMatch(one -> isSame(one, other)))
                .forEach(found::add);
    }

    /** In the order of the text; what may be a street is left out where something certain is found. */
    private static List<Finding> labelled(List<Finding> found, String label) {
        return found.stream()
                .filter(finding -> !isDoubtful(finding)
                        || found.stream().noneMatch(other -> !isDoubtful(other) && other.overlaps(finding)))
                .map(finding -> finding.withArgument(label))
                .sorted(Comparator.comparingInt(Finding::offset))
                .toList();
    }

    /** Whether it is a name with a number, or a landmark, which need no address to be written so; never an error. */
    public static boolean isDoubtful(Finding finding) {
        return DOUBTFUL.contains(finding.message().code());
    }

    private static boolean isSame(Finding one, Finding other) {
        return one.message().code().equals(other.message().code()) && one.overlaps(other);
    }
}
