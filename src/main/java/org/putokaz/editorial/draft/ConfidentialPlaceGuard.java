package org.putokaz.editorial.draft;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the whereabouts of a confidential unit out of drafts already: whoever writes them down there would show them to
 * everybody who reads drafts. Looks at what is published and at what is being written; the store looks again when it
 * publishes.
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

    /** @throws org.putokaz.problem.ProblemException 422 when this would show where a confidential unit is */
    void refuse(UUID id, IndexedFields.LocationPrivacy place) {
        UUID shown = place.disclosedUnit();
        if (shown == null) {
            return;
        }
        boolean hidden = shown.equals(id) ? place.confidential() || isHidden(place.parentUnit()) : isHidden(shown);
        if (hidden) {
            throw ProblemType.INVALID_CONTENT.with(Violation.at("/content", "confidential-place-shown"));
        }
    }

    private boolean isHidden(@Nullable UUID unit) {
        Deque<UUID> left = new ArrayDeque<>();
        Set<UUID> seen = new HashSet<>();
        if (unit != null) {
            left.add(unit);
        }
        while (!left.isEmpty()) {
            UUID next = left.remove();
            if (seen.add(next)) {
                if (states(next).anyMatch(IndexedFields.LocationPrivacy::confidential)) {
                    return true;
                }
                states(next)
                        .map(IndexedFields.LocationPrivacy::parentUnit)
                        .filter(Objects::nonNull)
                        .forEach(left::add);
            }
        }
        return false;
    }

    private Stream<IndexedFields.LocationPrivacy> states(UUID unit) {
        return Stream.concat(
                live.findLocationPrivacy(unit).stream(),
                entries.find(unit).stream().map(entry -> place(families.get(entry.family), entry)));
    }

    private <C extends Record> IndexedFields.LocationPrivacy place(ContentFamily<C> family, EditorialEntry entry) {
        return family.locationPrivacy(entry.id, ContentJson.read(entries.newestRevision(entry).content(), family.contentType()));
    }
}
