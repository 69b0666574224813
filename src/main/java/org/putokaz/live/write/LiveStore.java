package org.putokaz.live.write;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.putokaz.live.Importance;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.live.feed.FeedPositionRepository;
import org.putokaz.problem.Violation;

/**
 * The one way into the public store. A set of changes goes in whole or not at all: it waits for the clock row, writes,
 * proves that the state it leaves keeps the store's rules, and moves the clock on.
 */
@ApplicationScoped
public class LiveStore {

    private final Session session;
    private final FeedPositionRepository clock;
    private final EntryWriter writer;
    private final StoreInvariants rules;
    private final FeedNotifier watch;

    @Inject
    LiveStore(
            Session session,
            FeedPositionRepository clock,
            EntryWriter writer,
            StoreInvariants rules,
            FeedNotifier watch) {
        this.session = session;
        this.clock = clock;
        this.writer = writer;
        this.rules = rules;
        this.watch = watch;
    }

    /**
     * Makes these changes, in this order, in one transaction; at most one an entry.
     *
     * @return one outcome a change, in the same order
     * @throws PublicationRejectedException when any of them must not be published; nothing is changed then
     */
    @Transactional
    public List<ChangeResult> apply(List<? extends StoreChange> changes) {
        clock.lock();
        PositionAllocator moment = new PositionAllocator(clock.read(), clock.now());
        List<ChangeResult> outcomes = write(changes, moment);
        if (outcomes.stream().anyMatch(ChangeResult::changed)) {
            clock.moveTo(moment.position(), moment.at());
            watch.willReach(moment.position(), moment.changes());
        }
        return outcomes;
    }

    private List<ChangeResult> write(List<? extends StoreChange> changes, PositionAllocator moment) {
        ViolationsByEntry findings = new ViolationsByEntry();
        List<ChangeResult> outcomes = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (StoreChange change : changes) {
            if (seen.add(change.id())) {
                outcomes.add(write(change, moment, findings));
            } else {
                findings.add(change.id(), Violation.at("/id", "repeated"));
            }
        }
        findings.refuseIfAny();
        session.flush();
        rules.prove(
                outcomes.stream()
                        .filter(ChangeResult::changed)
                        .map(ChangeResult::id)
                        .toList(),
                findings);
        findings.refuseIfAny();
        return outcomes;
    }

    private ChangeResult write(StoreChange change, PositionAllocator moment, ViolationsByEntry findings) {
        return change instanceof StoreChange.Publish<?> publish
                ? writer.publish(publish, moment, findings)
                : writer.withdraw((StoreChange.Withdraw) change, moment, findings);
    }

    /**
     * Says what {@link #apply} would refuse, by doing it and taking it back, in a transaction of its own: under the same
     * lock, by the same rules. Nothing stays behind, no position is used up.
     *
     * @return what is wrong, by entry; empty when all of it would be published
     * @throws io.quarkus.narayana.jta.QuarkusTransactionException when the caller is in a transaction: it would need a
     *     second connection while the first one waits, and wait for itself if the first one holds the lock
     */
    public Map<UUID, List<Violation>> rehearse(List<? extends StoreChange> changes) {
        try {
            QuarkusTransaction.disallowingExisting().run(() -> {
                apply(changes);
                throw new CurtainFalls();
            });
            throw new IllegalStateException("A rehearsal was performed");
        } catch (CurtainFalls nothingWrong) {
            return Map.of();
        } catch (PublicationRejectedException refusal) {
            return refusal.violations();
        }
    }

    /** Takes a rehearsal back. */
    private static final class CurtainFalls extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CurtainFalls() {
            super("A rehearsal ends", null, false, false);
        }
    }

    /**
     * What readers would be given if this were published now; nothing is checked, nothing is written. For previews.
     *
     * @return at the position where the entry is now, 0 where it is not yet
     */
    @Transactional
    public <C extends Record> LiveEntry asIfPublished(ContentFamily<C> family, UUID id, String slug, C content) {
        StoreChange.Publish<C> change = new StoreChange.Publish<>(family, id, slug, content, Importance.MAJOR, null);
        EntryEntity known = session.find(EntryEntity.class, id);
        Instant now = clock.now();
        return new LiveEntry(
                id,
                family.name(),
                slug,
                true,
                known == null ? 0 : known.position,
                known == null ? 1 : known.revision + 1,
                PreparedContent.of(change).document(),
                known == null ? now : known.firstPublishedAt,
                now,
                null,
                null,
                new LiveEntry.Told(Importance.MAJOR, null, 0, null));
    }

    /**
     * Waits for whoever is publishing; from here to the end of the caller's transaction nobody else does. For those who
     * decide by the state of the store what to publish.
     */
    @Transactional(TxType.MANDATORY)
    public void holdStill() {
        clock.lock();
    }
}
