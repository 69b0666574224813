package org.putokaz.editorial;

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
import org.putokaz.live.Documents;
import org.putokaz.live.Facts;
import org.putokaz.live.Families;
import org.putokaz.live.Family;
import org.putokaz.live.LiveEntries;
import org.putokaz.problem.Problem;
import org.putokaz.problem.Violation;

/**
 * Keeps the whereabouts of a confidential unit out of drafts already: whoever writes them down there would show them to
 * everybody who reads drafts. Looks at what is published and at what is being written; the store looks again when it
 * publishes.
 */
@ApplicationScoped
class HiddenPlaces {

    private final Entries entries;
    private final LiveEntries live;
    private final Families families;

    @Inject
    HiddenPlaces(Entries entries, LiveEntries live, Families families) {
        this.entries = entries;
        this.live = live;
        this.families = families;
    }

    /** @throws org.putokaz.problem.ProblemException 422 when this would show where a confidential unit is */
    void refuse(UUID id, Facts.Place place) {
        UUID shown = place.shownOf();
        if (shown == null) {
            return;
        }
        boolean hidden = shown.equals(id) ? place.hidden() || isHidden(place.within()) : isHidden(shown);
        if (hidden) {
            throw Problem.INVALID_CONTENT.with(Violation.at("/content", "confidential-place-shown"));
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
                if (states(next).anyMatch(Facts.Place::hidden)) {
                    return true;
                }
                states(next).map(Facts.Place::within).filter(Objects::nonNull).forEach(left::add);
            }
        }
        return false;
    }

    private Stream<Facts.Place> states(UUID unit) {
        return Stream.concat(
                live.placeOf(unit).stream(),
                entries.find(unit).stream().map(entry -> place(families.named(entry.family), entry)));
    }

    private <C extends Record> Facts.Place place(Family<C> family, Entry entry) {
        return family.place(entry.id, Documents.read(entries.head(entry).content(), family.contentType()));
    }
}
