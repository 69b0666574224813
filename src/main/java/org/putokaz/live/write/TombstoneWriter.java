package org.putokaz.live.write;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.hibernate.Session;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.entity.RedactedSlugRepository;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.Violation;

/**
 * Writer of single withdrawals: turns an entry into a tombstone, and removes its slugs where they can name a place. Runs in
 * the transaction of {@link LiveStore} or {@link org.putokaz.live.transfer.StoreImporter}, which rolls back on violations.
 */
@ApplicationScoped
public class TombstoneWriter {

    private final Session session;
    private final EntryIndexRepository index;
    private final RedactedSlugRepository redactedSlugs;
    private final LanguagePolicy languages;

    @Inject
    TombstoneWriter(
            Session session,
            EntryIndexRepository index,
            RedactedSlugRepository redactedSlugs,
            LanguagePolicy languages) {
        this.session = session;
        this.index = index;
        this.redactedSlugs = redactedSlugs;
        this.languages = languages;
    }

    /** Inserts the tombstone of an entry that another store has withdrawn. */
    public void insertTombstone(TransferredEntry transferred, PositionAllocator allocator) {
        EntryHistory.Tombstone tombstone =
                Objects.requireNonNull(transferred.history().withdrawn());
        EntryEntity entry =
                EntryWriter.newEntity(transferred.id(), transferred.family().name(), allocator.at());
        entry.slug = transferred.slug();
        entry.revision = 1;
        entry.reason = tombstone.reason().wireName();
        entry.replacedBy = tombstone.replacedBy();
        entry.substitutable = tombstone.substitutable();
        entry.locationConfidential = tombstone.placeHidden();
        EntryWriter.assignPosition(entry, transferred.importance(), transferred.note(), allocator, true);
        session.persist(entry);
    }

    /** @param substitutable whether references to the entry may lead to the one in its place */
    ChangeResult withdraw(
            StoreChange.Withdraw change,
            boolean substitutable,
            PositionAllocator allocator,
            ViolationsByEntry violations) {
        EntryEntity entry = session.find(EntryEntity.class, change.id());
        if (entry == null || !entry.live) {
            violations.add(change.id(), Violation.at("", "not-published"));
            return new ChangeResult(change.id(), 0, false);
        }
        checkNote(change, violations);
        entry.substitutable = substitutable;
        entry.live = false;
        entry.document = null;
        entry.authored = null;
        entry.outdated = null;
        entry.referenceDays = null;
        entry.digest = null;
        entry.reason = change.reason().wireName();
        entry.replacedBy = change.replacedBy();
        // Its location stays confidential and so does that of the units below it, which are still where they were.
        entry.disclosedUnit = null;
        EntryWriter.assignPosition(entry, change.importance(), change.note(), allocator, true);
        index.clear(entry.id);
        index.familyOf(entry).deleteIndexRow(entry.id);
        if (change.redactSlug()) {
            redactSlugs(entry);
        }
        return new ChangeResult(entry.id, entry.position, true);
    }

    /**
     * Removes the slugs of a tombstone; changes nothing where they were removed before.
     *
     * @throws IllegalStateException when the entry is not withdrawn
     */
    ChangeResult redact(StoreChange.RedactSlug change, PositionAllocator allocator, ViolationsByEntry violations) {
        EntryEntity entry = session.find(EntryEntity.class, change.id());
        if (entry == null || entry.live) {
            throw new IllegalStateException("Not withdrawn: " + change.id());
        }
        boolean alreadyForSafety = WithdrawalReason.SAFETY.wireName().equals(entry.reason);
        if (alreadyForSafety && entry.toLiveEntry().isSlugRedacted()) {
            return new ChangeResult(entry.id, entry.position, false);
        }
        checkNote(change, violations);
        entry.reason = WithdrawalReason.SAFETY.wireName();
        EntryWriter.assignPosition(entry, change.importance(), change.note(), allocator, true);
        redactSlugs(entry);
        return new ChangeResult(entry.id, entry.position, true);
    }

    private void redactSlugs(EntryEntity entry) {
        redactedSlugs.redactSlugsOf(entry.id);
        index.familyOf(entry).redactSubEntries(entry.id);
        entry.slug = entry.id.toString();
    }

    private void checkNote(StoreChange change, ViolationsByEntry violations) {
        ContentViolations found = new ContentViolations(languages);
        LocalisedText note = EntryWriter.withDerivedLanguages(change.note());
        found.checkLine("/note", note);
        violations.addAll(change.id(), found.violations());
    }
}
