package org.putokaz.live;

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
import org.putokaz.locale.Languages;
import org.putokaz.problem.Violation;

/**
 * Brings the state of another store into an empty one ({@link Transfer}): the same ids, addresses, tombstones and times,
 * so that readers get the same answers. A store in which anything was ever published has a past of its own.
 */
@ApplicationScoped
public class Takeover {

    private final Session session;
    private final FeedClock clock;
    private final EntryWriter writer;
    private final EntryIndex index;
    private final StoreRules rules;
    private final Languages languages;
    private final FeedWatch watch;

    @Inject
    Takeover(
            Session session,
            FeedClock clock,
            EntryWriter writer,
            EntryIndex index,
            StoreRules rules,
            Languages languages,
            FeedWatch watch) {
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
     * @throws Refusal when any of them must not be published, or a time is to come or before the one in front of it
     * @throws IllegalStateException when the store is not empty
     */
    @Transactional
    public void takeOver(List<Kept> entries) {
        if (clock.lock() != 0) {
            throw new IllegalStateException("Only an empty store takes another one's state over");
        }
        Findings findings = new Findings();
        Instant now = clock.now();
        Instant last = Instant.EPOCH;
        Set<UUID> seen = new HashSet<>();
        for (Kept kept : entries) {
            Past.Times times = kept.past().published();
            Instant at = times == null ? now : times.last();
            findings.addAll(kept.id(), wrongWith(times, last, now));
            if (seen.add(kept.id())) {
                write(kept, new Moment(seen.size(), at), findings);
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

    private static List<Violation> wrongWith(Past.@Nullable Times times, Instant last, Instant now) {
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

    private void write(Kept kept, Moment moment, Findings findings) {
        Check check = new Check(languages);
        if (kept.past().withdrawn() == null) {
            writer.publish(publication(kept, kept.family()), moment, findings);
        } else {
            bury(kept, moment, check);
        }
        EntryRow row = session.find(EntryRow.class, kept.id());
        if (row != null) {
            restore(kept, row, check);
        }
        findings.addAll(kept.id(), check.violations());
    }

    private void bury(Kept kept, Moment moment, Check check) {
        check.line("/note", new Derivation().plain(kept.note()));
        take(kept, "/slug", kept.slug(), check);
        if (check.violations().isEmpty()) {
            writer.bury(kept, moment);
        }
    }

    private static <C extends Record> Change.Publish<C> publication(Kept kept, Family<C> family) {
        if (kept.content() == null) {
            throw new IllegalArgumentException("Neither content nor tombstone: " + kept.id());
        }
        C content = Documents.read(kept.content(), family.contentType());
        return new Change.Publish<>(family, kept.id(), kept.slug(), content, kept.importance(), kept.note());
    }

    private void restore(Kept kept, EntryRow row, Check check) {
        Past.Times times = kept.past().published();
        if (times != null) {
            row.firstPublishedAt = times.first();
        }
        List<String> former = kept.past().formerSlugs();
        for (int i = 0; i < former.size(); i++) {
            take(kept, "/formerSlugs/" + i, former.get(i), check);
        }
        kept.family().restore(kept.id(), kept.past().parts(), check);
    }

    private void take(Kept kept, String pointer, String slug, Check check) {
        if (Slugs.check(pointer, slug, check) && !index.takeSlug(kept.family().name(), slug, kept.id())) {
            check.refuse(pointer, "slug-taken", slug);
        }
    }
}
