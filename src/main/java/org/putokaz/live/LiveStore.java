package org.putokaz.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Digests;
import org.putokaz.locale.DerivedLatin;
import org.putokaz.locale.Languages;
import org.putokaz.problem.Violation;

/**
 * The one way into the public store. A set of changes goes in whole or not at all: it waits for the clock row, writes,
 * proves that the state it leaves keeps the store's rules, and moves the clock on.
 */
@ApplicationScoped
public class LiveStore {

    private final Session session;
    private final FeedClock clock;
    private final EntryIndex index;
    private final StoreRules rules;
    private final Languages languages;

    @Inject
    LiveStore(Session session, FeedClock clock, EntryIndex index, StoreRules rules, Languages languages) {
        this.session = session;
        this.clock = clock;
        this.index = index;
        this.rules = rules;
        this.languages = languages;
    }

    /**
     * Makes these changes, in this order, in one transaction.
     *
     * @return one outcome a change, in the same order
     * @throws Refusal when any of them must not be published; nothing is changed then
     */
    @Transactional
    public List<Outcome> apply(List<? extends Change> changes) {
        Findings findings = new Findings();
        Moment moment = new Moment(clock.lock(), clock.read().changedAt(), clock.now());
        List<Outcome> outcomes = new ArrayList<>();
        List<UUID> touched = new ArrayList<>();
        for (Change change : changes) {
            Outcome outcome = change instanceof Change.Publish<?> publish
                    ? publish(publish, moment, findings)
                    : withdraw((Change.Withdraw) change, moment, findings);
            outcomes.add(outcome);
            if (outcome.changed()) {
                touched.add(outcome.id());
            }
        }
        findings.refuseIfAny();
        session.flush();
        rules.prove(touched, findings);
        findings.refuseIfAny();
        if (!touched.isEmpty()) {
            clock.moveTo(moment.position, moment.at);
        }
        return outcomes;
    }

    /** The positions this transaction hands out, and the time it gives them: never before that of the change before. */
    private static final class Moment {

        private long position;
        private final Instant at;

        private Moment(long position, Instant last, Instant now) {
            this.position = position;
            this.at = now.isBefore(last) ? last : now;
        }
    }

    private <C extends Record> Outcome publish(Change.Publish<C> change, Moment moment, Findings findings) {
        Family<C> family = change.family();
        C content = family.derived(change.content(), new Derivation());
        Check check = new Check(languages.authoritative());
        Slugs.check(change.slug(), check);
        check.line("/note", change.note());
        family.check(content, check);
        EntryRow row = session.find(EntryRow.class, change.id());
        if (row != null && !row.family.equals(family.name())) {
            check.refuse("/id", "id-of-another-family", row.family);
        }
        if (!check.violations().isEmpty()) {
            findings.addAll(change.id(), check.violations());
            return new Outcome(change.id(), 0, false);
        }
        String document = Documents.write(content);
        String digest = Digests.sha256((change.slug() + '\n' + document).getBytes(StandardCharsets.UTF_8));
        if (row != null && row.live && digest.equals(row.digest)) {
            return new Outcome(row.id, row.position, false);
        }
        return write(change, content, document, digest, row, moment, findings);
    }

    private <C extends Record> Outcome write(
            Change.Publish<C> change,
            C content,
            String document,
            String digest,
            @Nullable EntryRow known,
            Moment moment,
            Findings findings) {
        EntryRow row = known == null ? newRow(change.id(), change.family().name(), moment.at) : known;
        row.slug = change.slug();
        row.live = true;
        row.revision++;
        row.document = document;
        row.digest = digest;
        row.reason = null;
        row.replacedBy = null;
        stamp(row, change, moment);
        Facts facts = change.family().facts(change.id(), content);
        row.withinUnit = facts.place().within();
        row.placeHidden = facts.place().hidden();
        row.placeShownOf = facts.place().shownOf();
        if (known == null) {
            session.persist(row);
        }
        if (!index.takeSlug(change.family().name(), change.slug(), change.id())) {
            findings.add(change.id(), Violation.at("/slug", "slug-taken", change.slug()));
        }
        if (known != null) {
            index.clear(row.id);
        }
        index.add(row, facts);
        Check check = new Check(languages.authoritative());
        change.family().save(change.id(), content, check);
        findings.addAll(change.id(), check.violations());
        return new Outcome(row.id, row.position, true);
    }

    private static EntryRow newRow(UUID id, String family, Instant now) {
        EntryRow row = new EntryRow();
        row.id = id;
        row.family = family;
        row.firstPublishedAt = now;
        return row;
    }

    private static void stamp(EntryRow row, Change change, Moment moment) {
        row.position = ++moment.position;
        row.publishedAt = moment.at;
        row.importance = change.importance().token();
        row.note = change.note() == null ? null : Documents.write(DerivedLatin.plain(change.note()));
    }

    private Outcome withdraw(Change.Withdraw change, Moment moment, Findings findings) {
        EntryRow row = session.find(EntryRow.class, change.id());
        if (row == null || !row.live) {
            findings.add(change.id(), Violation.at("", "not-published"));
            return new Outcome(change.id(), 0, false);
        }
        row.live = false;
        row.document = null;
        row.digest = null;
        row.reason = change.reason().token();
        row.replacedBy = change.replacedBy();
        // What was hidden stays so: the units below it still are where they were.
        row.placeShownOf = null;
        stamp(row, change, moment);
        index.clear(row.id);
        index.familyOf(row).remove(row.id);
        return new Outcome(row.id, row.position, true);
    }
}
