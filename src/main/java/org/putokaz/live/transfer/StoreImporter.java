package org.putokaz.live.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.live.feed.FeedPositionRepository;
import org.putokaz.live.write.DependentEntryUpdater;
import org.putokaz.live.write.DependentEntryWriter;
import org.putokaz.live.write.PositionAllocator;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.live.write.StoreInvariants;
import org.putokaz.live.write.TransferredEntry;
import org.putokaz.live.write.ViolationsByEntry;
import org.putokaz.problem.Violation;

/**
 * Importer of the state of another store into an empty one, from what {@link StoreExporter} exports: ids, slugs, tombstones
 * and times stay the same, and so do the responses. A store in which anything was ever published has a history of its own
 * and is refused.
 */
@ApplicationScoped
public class StoreImporter {

    private final Session session;
    private final FeedPositionRepository positions;
    private final TransferredEntryWriter writer;
    private final StoreInvariants invariants;
    private final DependentEntryWriter dependents;
    private final ContentFamilyRegistry families;
    private final FeedNotifier notifier;
    private final Clock clock;

    @Inject
    StoreImporter(
            Session session,
            FeedPositionRepository positions,
            TransferredEntryWriter writer,
            StoreInvariants invariants,
            DependentEntryWriter dependents,
            ContentFamilyRegistry families,
            FeedNotifier notifier,
            Clock clock) {
        this.session = session;
        this.positions = positions;
        this.writer = writer;
        this.invariants = invariants;
        this.dependents = dependents;
        this.families = families;
        this.notifier = notifier;
        this.clock = clock;
    }

    /**
     * Imports entries in one transaction, at positions from 1 in this order.
     *
     * @param entries in the order of their times; those without times get the current one and come last
     * @throws PublicationRejectedException when an entry is invalid, or a time is in the future or out of order
     * @throws IllegalStateException when the store is not empty
     */
    @Transactional
    public void importAll(List<TransferredEntry> entries) {
        if (positions.lock() != 0) {
            throw new IllegalStateException("The state of another store can only be imported into an empty one");
        }
        ViolationsByEntry violations = new ViolationsByEntry();
        Instant now = clock.instant();
        Instant last = Instant.EPOCH;
        Set<UUID> seen = new HashSet<>();
        for (TransferredEntry entry : entries) {
            EntryHistory.Times times = entry.history().published();
            Instant at = times == null ? now : times.last();
            violations.addAll(entry.id(), checkTimes(times, last, now));
            if (seen.add(entry.id())) {
                writer.write(entry, new PositionAllocator(seen.size(), at), violations);
            } else {
                violations.add(entry.id(), Violation.at("/id", "repeated"));
            }
            last = at;
        }
        violations.throwIfAny();
        session.flush();
        invariants.checkImported(seen, violations);
        violations.throwIfAny();
        new DependentEntryUpdater(session, families, dependents).update(seen, seen, seen, null);
        session.flush();
        violations.throwIfAny();
        positions.advanceTo(seen.size(), last);
        notifier.onCommitAdvanceTo(seen.size(), List.of());
    }

    private static List<Violation> checkTimes(EntryHistory.@Nullable Times times, Instant last, Instant now) {
        if (times == null) {
            return List.of();
        }
        if (times.last().isAfter(now)) {
            return List.of(Violation.at("/published/last", "in-the-future", times.last()));
        }
        if (times.first().isAfter(times.last())) {
            return List.of(Violation.at("/published/first", "times-out-of-order"));
        }
        return times.last().isBefore(last)
                ? List.of(Violation.at("/published/order", "times-out-of-order"))
                : List.of();
    }
}
