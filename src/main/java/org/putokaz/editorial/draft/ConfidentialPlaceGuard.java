package org.putokaz.editorial.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Check that a draft does not disclose where a confidential unit is, as every editor may read drafts. A unit is
 * confidential when it, or a unit above it, is so in its published state or in its newest draft. The store repeats the
 * check when it publishes.
 */
@ApplicationScoped
class ConfidentialPlaceGuard {

    private final EditorialEntryRepository entries;
    private final LiveEntryRepository live;
    private final ContentFamilyRegistry families;

    @Inject
    ConfidentialPlaceGuard(EditorialEntryRepository entries, LiveEntryRepository live, ContentFamilyRegistry families) {
        this.entries = entries;
        this.live = live;
        this.families = families;
    }

    /** @throws org.putokaz.problem.ProblemException 422 when this entry would disclose a confidential unit */
    void requireNoDisclosure(UUID id, IndexedFields.LocationPrivacy privacy) {
        UUID disclosed = privacy.disclosedUnit();
        if (disclosed == null) {
            return;
        }
        boolean confidential = disclosed.equals(id)
                ? privacy.confidential() || isConfidential(privacy.parentUnit())
                : isConfidential(disclosed);
        if (confidential) {
            throw ProblemType.INVALID_CONTENT.with(Violation.at("/content", "confidential-place-shown"));
        }
    }

    /** Follows the units above; drafts may contain a cycle. */
    private boolean isConfidential(@Nullable UUID unit) {
        Deque<UUID> pending = new ArrayDeque<>();
        Set<UUID> visited = new HashSet<>();
        if (unit != null) {
            pending.add(unit);
        }
        while (!pending.isEmpty()) {
            UUID next = pending.remove();
            if (visited.add(next)) {
                List<IndexedFields.LocationPrivacy> states =
                        publishedAndDrafted(next).toList();
                if (states.stream().anyMatch(IndexedFields.LocationPrivacy::confidential)) {
                    return true;
                }
                states.stream()
                        .map(IndexedFields.LocationPrivacy::parentUnit)
                        .filter(Objects::nonNull)
                        .forEach(pending::add);
            }
        }
        return false;
    }

    private Stream<IndexedFields.LocationPrivacy> publishedAndDrafted(UUID unit) {
        return Stream.concat(
                live.findLocationPrivacy(unit).stream(),
                entries.find(unit).stream().map(entry -> newestPrivacy(families.get(entry.family), entry)));
    }

    private <C extends Record> IndexedFields.LocationPrivacy newestPrivacy(
            ContentFamily<C> family, EditorialEntry entry) {
        C content = ContentJson.read(entries.newestRevision(entry).content(), family.contentType());
        return family.locationPrivacy(entry.id, content);
    }
}
