package org.putokaz.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Languages;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.Violation;

/** Writes one change into the rows of its entry, and says what keeps it from being made. Only {@link LiveStore} asks. */
@ApplicationScoped
class EntryWriter {

    private final Session session;
    private final EntryIndex index;
    private final Languages languages;

    @Inject
    EntryWriter(Session session, EntryIndex index, Languages languages) {
        this.session = session;
        this.index = index;
        this.languages = languages;
    }

    <C extends Record> Outcome publish(Change.Publish<C> change, Moment moment, Findings findings) {
        Prepared<C> prepared = Prepared.of(change);
        EntryRow row = session.find(EntryRow.class, change.id());
        Check check = checked(prepared, row);
        if (!check.violations().isEmpty()) {
            findings.addAll(change.id(), check.violations());
            return new Outcome(change.id(), 0, false);
        }
        if (row != null && row.live && prepared.digest().equals(row.digest)) {
            return new Outcome(row.id, row.position, false);
        }
        return write(prepared, row, moment, findings);
    }

    private <C extends Record> Check checked(Prepared<C> prepared, @Nullable EntryRow known) {
        Change.Publish<C> change = prepared.change();
        Check check = new Check(languages);
        Slugs.check(change.slug(), check);
        check.line("/note", derived(change.note()));
        change.family().check(prepared.content(), check);
        if (known != null && !known.family.equals(change.family().name())) {
            check.refuse("/id", "id-of-another-family", known.family);
        }
        return check;
    }

    private <C extends Record> Outcome write(
            Prepared<C> prepared, @Nullable EntryRow known, Moment moment, Findings findings) {
        Change.Publish<C> change = prepared.change();
        EntryRow row = known == null ? newRow(change.id(), change.family().name(), moment.at()) : known;
        boolean wasLive = row.live;
        Facts facts = change.family().facts(change.id(), prepared.content());
        show(row, prepared, facts.place());
        stamp(row, change.importance(), change.note(), moment, !wasLive);
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
        Check check = new Check(languages);
        change.family().save(row.id, row.position, prepared.content(), check);
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

    private static void show(EntryRow row, Prepared<?> prepared, Facts.Place place) {
        row.slug = prepared.change().slug();
        row.live = true;
        row.revision++;
        row.document = prepared.document();
        row.digest = prepared.digest();
        row.reason = null;
        row.replacedBy = null;
        row.withinUnit = place.within();
        row.placeHidden = place.hidden();
        row.placeShownOf = place.shownOf();
    }

    /** @param decisive it comes or goes, which matters whatever its editor says */
    private static void stamp(
            EntryRow row, Importance importance, @Nullable LocalisedText written, Moment moment, boolean decisive) {
        row.position = moment.next(row);
        row.publishedAt = moment.at();
        row.importance = importance.token();
        LocalisedText note = derived(written);
        row.note = note == null ? null : Documents.write(note);
        if (decisive || importance == Importance.MAJOR) {
            row.majorPosition = row.position;
            row.majorNote = row.note;
        }
    }

    private static @Nullable LocalisedText derived(@Nullable LocalisedText note) {
        return new Derivation().plain(note);
    }

    /** The tombstone of an entry that another store withdrew. */
    void bury(Kept kept, Moment moment) {
        Past.Tombstone tombstone = Objects.requireNonNull(kept.past().withdrawn());
        EntryRow row = newRow(kept.id(), kept.family().name(), moment.at());
        row.slug = kept.slug();
        row.revision = 1;
        row.reason = tombstone.reason().token();
        row.replacedBy = tombstone.replacedBy();
        row.placeHidden = tombstone.placeHidden();
        stamp(row, kept.importance(), kept.note(), moment, true);
        session.persist(row);
    }

    Outcome withdraw(Change.Withdraw change, Moment moment, Findings findings) {
        EntryRow row = session.find(EntryRow.class, change.id());
        if (row == null || !row.live) {
            findings.add(change.id(), Violation.at("", "not-published"));
            return new Outcome(change.id(), 0, false);
        }
        Check check = new Check(languages);
        check.line("/note", derived(change.note()));
        findings.addAll(change.id(), check.violations());
        row.live = false;
        row.document = null;
        row.digest = null;
        row.reason = change.reason().token();
        row.replacedBy = change.replacedBy();
        // What was hidden stays so: the units below it still are where they were.
        row.placeShownOf = null;
        stamp(row, change.importance(), change.note(), moment, true);
        index.clear(row.id);
        index.familyOf(row).remove(row.id);
        return new Outcome(row.id, row.position, true);
    }
}
