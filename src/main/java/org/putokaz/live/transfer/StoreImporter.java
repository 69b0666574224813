package org.putokaz.live.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.SlugFormat;
import org.putokaz.live.feed.FeedNotifier;
import org.putokaz.live.feed.FeedPositionRepository;
import org.putokaz.live.write.EntryIndexRepository;
import org.putokaz.live.write.EntryWriter;
import org.putokaz.live.write.PositionAllocator;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.live.write.StoreChange;
import org.putokaz.live.write.StoreInvariants;
import org.putokaz.live.write.TransferredEntry;
import org.putokaz.live.write.ViolationsByEntry;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.Violation;

/**
 * Brings the state of another store into an empty one ({@link StoreExporter}): the same ids, addresses, tombstones and times,
 * so that readers get the same answers. A store in which anything was ever published has a past of its own.
 */
@ApplicationScoped
public class StoreImporter {

    private final Session session;
    private final FeedPositionRepository clock;
    private final EntryWriter writer;
    private final EntryIndexRepository index;
    private final StoreInvariants rules;
    private final LanguagePolicy languages;
    private final FeedNotifier watch;

    @Inject
    StoreImporter(
            Session session,
            FeedPositionRepository clock,
            EntryWriter writer,
            EntryIndexRepository index,
            StoreInvariants rules,
            LanguagePolicy languages,
            FeedNotifier watch) {
        this.session = session;
        this.clock = clock;
        this.writer = writer;
        this.index = index;
        this.rules = rules;
        this.languages = languages;
        this.watch = watch;
    }

    /**
     * Takes these over in one transaction, at positions from 1 in this order. Entries that nobody kept the times of get
     * the present one; they come last.
     *
     * @throws PublicationRejectedException when any of them must not be published, or a time is to come or before the one in front of it
     * @throws IllegalStateException when the store is not empty
     */
    @Transactional
    public void takeOver(List<TransferredEntry> entries) {
        if (clock.lock() != 0) {
            throw new IllegalStateException("Only an empty store takes another one's state over");
        }
        ViolationsByEntry findings = new ViolationsByEntry();
        Instant now = clock.now();
        Instant last = Instant.EPOCH;
        Set<UUID> seen = new HashSet<>();
        for (TransferredEntry kept : entries) {
            EntryHistory.Times times = kept.past().published();
            Instant at = times == null ? now : times.last();
            findings.addAll(kept.id(), wrongWith(times, last, now));
            if (seen.add(kept.id())) {
                write(kept, new PositionAllocator(seen.size(), at), findings);
            } else {
                findings.add(kept.id(), Violation.at("/id", "repeated"));
            }
            last = at;
        }
        findings.refuseIfAny();
        session.flush();
        rules.proveTakenOver(seen, findings);
        findings.refuseIfAny();
        clock.moveTo(seen.size(), last);
        watch.willReach(seen.size(), List.of());
    }

    private static List<Violation> wrongWith(EntryHistory.@Nullable Times times, Instant last, Instant now) {
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

    private void write(TransferredEntry kept, PositionAllocator moment, ViolationsByEntry findings) {
        ContentViolations check = new ContentViolations(languages);
        if (kept.past().withdrawn() == null) {
            writer.publish(publication(kept, kept.family()), moment, findings);
        } else {
            bury(kept, moment, check);
        }
        EntryEntity row = session.find(EntryEntity.class, kept.id());
        if (row != null) {
            restore(kept, row, check);
        }
        findings.addAll(kept.id(), check.violations());
    }

    private void bury(TransferredEntry kept, PositionAllocator moment, ContentViolations check) {
        check.line("/note", new LanguageDerivation().plain(kept.note()));
        take(kept, "/slug", kept.slug(), check);
        if (check.violations().isEmpty()) {
            writer.bury(kept, moment);
        }
    }

    private static <C extends Record> StoreChange.Publish<C> publication(
            TransferredEntry kept, ContentFamily<C> family) {
        if (kept.content() == null) {
            throw new IllegalArgumentException("Neither content nor tombstone: " + kept.id());
        }
        C content = ContentJson.read(kept.content(), family.contentType());
        return new StoreChange.Publish<>(family, kept.id(), kept.slug(), content, kept.importance(), kept.note());
    }

    private void restore(TransferredEntry kept, EntryEntity row, ContentViolations check) {
        EntryHistory.Times times = kept.past().published();
        if (times != null) {
            row.firstPublishedAt = times.first();
        }
        List<String> former = kept.past().formerSlugs();
        for (int i = 0; i < former.size(); i++) {
            take(kept, "/formerSlugs/" + i, former.get(i), check);
        }
        kept.family().restore(kept.id(), kept.past().parts(), check);
    }

    private void take(TransferredEntry kept, String pointer, String slug, ContentViolations check) {
        if (SlugFormat.check(pointer, slug, check)
                && !index.takeSlug(kept.family().name(), slug, kept.id())) {
            check.refuse(pointer, "slug-taken", slug);
        }
    }
}
