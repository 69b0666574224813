package org.putokaz.editorial.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.PublishedReferenceRepository;
import org.putokaz.problem.Violation;

/**
 * Validator of the withdrawal of a unit that published units are part of: without a parent they would stand beside the
 * institution. A withdrawal for safety is never refused.
 */
@ApplicationScoped
public class LivePartsValidator {

    /** At most as many are named in a message. */
    private static final int MAX_NAMED = 5;

    private final PublishedReferenceRepository references;
    private final LiveEntryRepository live;

    @Inject
    LivePartsValidator(PublishedReferenceRepository references, LiveEntryRepository live) {
        this.references = references;
        this.live = live;
    }

    /**
     * Finds the parts that would lose their parent.
     *
     * @param replacedBy the unit that becomes their parent; null for none
     * @param together entries that are published or withdrawn with it
     */
    public Optional<Violation> find(
            UUID withdrawn, WithdrawalReason reason, @Nullable UUID replacedBy, Set<UUID> together) {
        if (replacedBy != null || reason == WithdrawalReason.SAFETY) {
            return Optional.empty();
        }
        List<UUID> parts = references.findPartsOf(withdrawn).stream()
                .filter(part -> !together.contains(part))
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String named = parts.stream()
                .limit(MAX_NAMED)
                .flatMap(part -> live.find(part).stream())
                .map(part -> part.family() + "/" + part.slug())
                .collect(Collectors.joining(", "));
        return Optional.of(Violation.at("", "has-live-parts", parts.size(), named));
    }
}
