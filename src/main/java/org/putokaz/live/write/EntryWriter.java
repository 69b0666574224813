package org.putokaz.live.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.Importance;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.SlugFormat;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.Violation;

/** Writes one change into the rows of its entry, and says what keeps it from being made. Only {@link LiveStore} asks. */
@ApplicationScoped
public class EntryWriter {

    private final Session session;
    private final EntryIndexRepository index;
    private final LanguagePolicy languages;

    @Inject
    EntryWriter(Session session, EntryIndexRepository index, LanguagePolicy languages) {
        this.session = session;
        this.index = index;
        this.languages = languages;
    }

    public <C extends Record> ChangeResult publish(
            StoreChange.Publish<C> change, PositionAllocator moment, ViolationsByEntry findings) {
        PreparedContent<C> prepared = PreparedContent.of(change);
        EntryEntity row = session.find(EntryEntity.class, change.id());
        ContentViolations check = checked(prepared, row);
        if (!check.violations().isEmpty()) {
            findings.addAll(change.id(), check.violations());
            return new ChangeResult(change.id(), 0, false);
        }
        if (row != null && row.live && prepared.digest().equals(row.digest)) {
            return new ChangeResult(row.id, row.position, false);
        }
        return write(prepared, row, moment, findings);
    }

    private <C extends Record> ContentViolations checked(PreparedContent<C> prepared, @Nullable EntryEntity known) {
        StoreChange.Publish<C> change = prepared.change();
        ContentViolations check = new ContentViolations(languages);
        SlugFormat.check(change.slug(), check);
        check.line("/note", derived(change.note()));
        change.family().check(prepared.content(), check);
        if (known != null && !known.family.equals(change.family().name())) {
            check.refuse("/id", "id-of-another-family", known.family);
        }
        return check;
    }

    private <C extends Record> ChangeResult write(
            PreparedContent<C> prepared,
            @Nullable EntryEntity known,
            PositionAllocator moment,
            ViolationsByEntry findings) {
        StoreChange.Publish<C> change = prepared.change();
        EntryEntity row = known == null ? newRow(change.id(), change.family().name(), moment.at()) : known;
        boolean wasLive = row.live;
        IndexedFields facts = change.family().facts(change.id(), prepared.content());
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
        ContentViolations check = new ContentViolations(languages);
        change.family().save(row.id, row.position, prepared.content(), check);
        findings.addAll(change.id(), check.violations());
        return new ChangeResult(row.id, row.position, true);
    }

    private static EntryEntity newRow(UUID id, String family, Instant now) {
        EntryEntity row = new EntryEntity();
        row.id = id;
        row.family = family;
        row.firstPublishedAt = now;
        return row;
    }

    private static void show(EntryEntity row, PreparedContent<?> prepared, IndexedFields.Place place) {
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
            EntryEntity row,
            Importance importance,
            @Nullable LocalisedText written,
            PositionAllocator moment,
            boolean decisive) {
        row.position = moment.next(row);
        row.publishedAt = moment.at();
        row.importance = importance.token();
        LocalisedText note = derived(written);
        row.note = note == null ? null : ContentJson.write(note);
        if (decisive || importance == Importance.MAJOR) {
            row.majorPosition = row.position;
            row.majorNote = row.note;
        }
    }

    private static @Nullable LocalisedText derived(@Nullable LocalisedText note) {
        return new LanguageDerivation().plain(note);
    }

    /** The tombstone of an entry that another store withdrew. */
    public void bury(TransferredEntry kept, PositionAllocator moment) {
        EntryHistory.Tombstone tombstone = Objects.requireNonNull(kept.past().withdrawn());
        EntryEntity row = newRow(kept.id(), kept.family().name(), moment.at());
        row.slug = kept.slug();
        row.revision = 1;
        row.reason = tombstone.reason().token();
        row.replacedBy = tombstone.replacedBy();
        row.placeHidden = tombstone.placeHidden();
        stamp(row, kept.importance(), kept.note(), moment, true);
        session.persist(row);
    }

    ChangeResult withdraw(StoreChange.Withdraw change, PositionAllocator moment, ViolationsByEntry findings) {
        EntryEntity row = session.find(EntryEntity.class, change.id());
        if (row == null || !row.live) {
            findings.add(change.id(), Violation.at("", "not-published"));
            return new ChangeResult(change.id(), 0, false);
        }
        ContentViolations check = new ContentViolations(languages);
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
        return new ChangeResult(row.id, row.position, true);
    }
}
