package org.putokaz.live.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.live.Importance;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.OutdatedTexts;
import org.putokaz.live.ReferenceDays;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.live.feed.FeedPositionRepository;
import org.putokaz.problem.Violation;

/**
 * The single writer of the published store (docs/decisions/0001).
 *
 * <p>A set of changes is applied as a whole or not at all, in one transaction: lock the feed row, write the entries, check the
 * {@link StoreInvariants} of the resulting state, advance the feed row. The lock makes publishing transactions run one after
 * another, on all nodes.
 */
@ApplicationScoped
public class LiveStore {

    private final Session session;
    private final FeedPositionRepository positions;
    private final EntryWriter writer;
    private final DependentEntryWriter dependents;
    private final TombstoneWriter tombstones;
    private final StoreInvariants invariants;
    private final ContentFamilyRegistry families;
    private final InstitutionConfig institution;
    private final FeedNotifier notifier;
    private final Clock clock;

    @Inject
    LiveStore(
            Session session,
            FeedPositionRepository positions,
            EntryWriter writer,
            DependentEntryWriter dependents,
            TombstoneWriter tombstones,
            StoreInvariants invariants,
            ContentFamilyRegistry families,
            InstitutionConfig institution,
            FeedNotifier notifier,
            Clock clock) {
        this.session = session;
        this.positions = positions;
        this.writer = writer;
        this.dependents = dependents;
        this.tombstones = tombstones;
        this.invariants = invariants;
        this.families = families;
        this.institution = institution;
        this.notifier = notifier;
        this.clock = clock;
    }

    /**
     * Applies changes in this order, at most one for each entry.
     *
     * @return the result of each change, in the same order
     * @throws PublicationRejectedException when a change is invalid; nothing is changed then
     */
    @Transactional
    public List<ChangeResult> apply(List<? extends StoreChange> changes) {
        positions.lock();
        PositionAllocator allocator = new PositionAllocator(positions.currentState(), clock.instant());
        List<ChangeResult> results = write(changes, allocator);
        if (results.stream().anyMatch(ChangeResult::changed)) {
            positions.advanceTo(allocator.position(), allocator.at());
            notifier.onCommitAdvanceTo(allocator.position(), allocator.changes());
        }
        return results;
    }

    private List<ChangeResult> write(List<? extends StoreChange> changes, PositionAllocator allocator) {
        ViolationsByEntry violations = new ViolationsByEntry();
        ChangeSet set = new ChangeSet(session, families, changes);
        List<ChangeResult> results = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (StoreChange change : changes) {
            if (seen.add(change.id())) {
                results.add(write(change, set, allocator, violations));
            } else {
                violations.add(change.id(), Violation.at("/id", "repeated"));
            }
        }
        violations.throwIfAny();
        session.flush();
        invariants.check(changedContents(changes, results), violations);
        violations.throwIfAny();
        new DependentEntryUpdater(session, families, dependents)
                .update(set.movedUnits(), set.appearedOrGone(), set.ids(), allocator);
        invariants.checkConfidentialLocations(violations);
        violations.throwIfAny();
        return results;
    }

    /**
     * The entries that were published or withdrawn. A tombstone whose slug was removed is not among them: what has become of
     * its replacement since must not prevent that.
     */
    private static List<UUID> changedContents(List<? extends StoreChange> changes, List<ChangeResult> results) {
        Set<UUID> redacted = changes.stream()
                .filter(StoreChange.RedactSlug.class::isInstance)
                .map(StoreChange::id)
                .collect(Collectors.toSet());
        return results.stream()
                .filter(ChangeResult::changed)
                .map(ChangeResult::id)
                .filter(id -> !redacted.contains(id))
                .toList();
    }

    private ChangeResult write(
            StoreChange change, ChangeSet set, PositionAllocator allocator, ViolationsByEntry violations) {
        if (change instanceof StoreChange.Publish<?> publish) {
            LocalDate today = LocalDate.ofInstant(allocator.at(), institution.timezone());
            writer.validateDates(publish, today, violations);
            return writer.publish(publish, set.inheritedFacts(publish, today, violations), allocator, violations);
        }
        if (change instanceof StoreChange.RedactSlug redaction) {
            return tombstones.redact(redaction, allocator, violations);
        }
        StoreChange.Withdraw withdrawal = (StoreChange.Withdraw) change;
        return tombstones.withdraw(withdrawal, set.isSubstitutable(withdrawal), allocator, violations);
    }

    /**
     * Updates the entries of an earlier release that depend on others, in one transaction.
     *
     * @return how many have changed
     */
    @Transactional
    int refreshDependentEntries() {
        positions.lock();
        PositionAllocator allocator = new PositionAllocator(positions.currentState(), clock.instant());
        new DependentEntryUpdater(session, families, dependents).refreshOutdated(allocator);
        if (!allocator.changes().isEmpty()) {
            positions.advanceTo(allocator.position(), allocator.at());
            notifier.onCommitAdvanceTo(allocator.position(), allocator.changes());
        }
        return allocator.changes().size();
    }

    /**
     * Determines what {@link #apply} would reject, by applying the changes in a transaction of its own and rolling it back.
     * No position is used up.
     *
     * @return violations by entry; empty when the changes would be applied
     * @throws io.quarkus.narayana.jta.QuarkusTransactionException within a transaction: the dry run needs a second
     *     connection, and would wait for ever for a lock that the caller's transaction holds
     */
    public Map<UUID, List<Violation>> dryRun(List<? extends StoreChange> changes) {
        try {
            QuarkusTransaction.disallowingExisting().run(() -> {
                apply(changes);
                throw new DryRunRollback();
            });
            throw new IllegalStateException("A dry run was committed");
        } catch (DryRunRollback valid) {
            return Map.of();
        } catch (PublicationRejectedException rejected) {
            return rejected.violations();
        }
    }

    /** Signal that rolls a dry run back. */
    private static final class DryRunRollback extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DryRunRollback() {
            super("The dry run ends", null, false, false);
        }
    }

    /**
     * The entry as it would be if it were published now. Nothing is checked or written.
     *
     * @param content with what it takes from its units
     * @return at the entry's current position; at 0 when it is not published yet
     */
    @Transactional
    public <C extends Record> LiveEntry previewOf(ContentFamily<C> family, UUID id, String slug, C content) {
        StoreChange.Publish<C> change = new StoreChange.Publish<>(family, id, slug, content, Importance.MAJOR, null);
        EntryEntity known = session.find(EntryEntity.class, id);
        Instant now = clock.instant();
        return new LiveEntry(
                id,
                family.name(),
                slug,
                true,
                known == null ? 0 : known.position,
                known == null ? 1 : known.revision + 1,
                PreparedContent.of(change, UnaryOperator.identity()).document(),
                known == null ? now : known.firstPublishedAt,
                now,
                null,
                null,
                OutdatedTexts.NONE,
                ReferenceDays.NONE,
                new LiveEntry.ChangeInfo(Importance.MAJOR, null, 0, null));
    }

    /**
     * Excludes other publishing transactions until the caller's transaction ends, for callers that decide by the state of
     * the store what to publish.
     */
    @Transactional(TxType.MANDATORY)
    public void lockForPublishing() {
        positions.lock();
    }
}
