package org.putokaz.editorial.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.PublishedReferenceRepository;
import org.putokaz.live.read.PublishedReferenceRepository.PublishedReference;
import org.putokaz.problem.Violation;

/** Finder of the published entries that name what a step would withdraw, and of a replacement that is not in use any more. */
@ApplicationScoped
public class WithdrawalImpact {

    private final LiveEntryRepository live;
    private final PublishedReferenceRepository references;
    private final EditorialEntryRepository entries;
    private final ReplacementValidator replacements;

    @Inject
    WithdrawalImpact(
            LiveEntryRepository live,
            PublishedReferenceRepository references,
            EditorialEntryRepository entries,
            ReplacementValidator replacements) {
        this.live = live;
        this.references = references;
        this.entries = entries;
        this.replacements = replacements;
    }

    /**
     * The references that clients would no longer get, or get as another one, and the end of the replacement.
     *
     * @param replacedBy the entry in the place of the withdrawn one; null for none
     * @param together entries that are published or withdrawn with it: they have been looked at
     */
    public List<Impact> find(UUID withdrawn, @Nullable UUID replacedBy, Set<UUID> together) {
        List<Impact> impacts = new ArrayList<>();
        if (replacedBy != null) {
            entries.find(replacedBy)
                    .flatMap(replacements::findEnd)
                    .ifPresent(end -> impacts.add(new Impact(replacedBy, Violation.at("", end))));
        }
        for (PublishedReference reference : references.findReferences(withdrawn)) {
            if (!together.contains(reference.from())) {
                live.find(reference.from()).ifPresent(entry -> impacts.add(impact(replacedBy, reference, entry)));
            }
        }
        return impacts;
    }

    private static Impact impact(@Nullable UUID replacedBy, PublishedReference reference, LiveEntry entry) {
        String code = replacedBy == null ? "named-by-another" : "named-by-another-replaced";
        return new Impact(
                entry.id(),
                Violation.at(
                        "/content" + reference.pointer(),
                        code,
                        entry.family() + "/" + entry.slug(),
                        String.valueOf(replacedBy)));
    }
}
