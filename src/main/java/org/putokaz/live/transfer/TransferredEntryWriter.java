package org.putokaz.live.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.Session;
import org.putokaz.live.ContentJson;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.OutdatedTexts;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.InheritedFacts;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.SlugFormat;
import org.putokaz.live.write.EntryIndexRepository;
import org.putokaz.live.write.EntryWriter;
import org.putokaz.live.write.PositionAllocator;
import org.putokaz.live.write.StoreChange;
import org.putokaz.live.write.TombstoneWriter;
import org.putokaz.live.write.TransferredEntry;
import org.putokaz.live.write.ViolationsByEntry;
import org.putokaz.locale.LanguagePolicy;

/** Writer of one transferred entry with its history. Runs in the transaction of {@link StoreImporter}. */
@ApplicationScoped
class TransferredEntryWriter {

    private final Session session;
    private final EntryWriter writer;
    private final TombstoneWriter tombstones;
    private final EntryIndexRepository index;
    private final LanguagePolicy languages;

    @Inject
    TransferredEntryWriter(
            Session session,
            EntryWriter writer,
            TombstoneWriter tombstones,
            EntryIndexRepository index,
            LanguagePolicy languages) {
        this.session = session;
        this.writer = writer;
        this.tombstones = tombstones;
        this.index = index;
        this.languages = languages;
    }

    void write(TransferredEntry transferred, PositionAllocator allocator, ViolationsByEntry violations) {
        ContentViolations found = new ContentViolations(languages);
        if (transferred.history().withdrawn() == null) {
            // A telephone number stays in the country in which it was published.
            writer.publish(publication(transferred, transferred.family()), InheritedFacts.NONE, allocator, violations);
        } else {
            insertTombstone(transferred, allocator, found);
        }
        EntryEntity entry = session.find(EntryEntity.class, transferred.id());
        if (entry != null) {
            restoreHistory(transferred, entry, found);
        }
        violations.addAll(transferred.id(), found.violations());
    }

    private static <C extends Record> StoreChange.Publish<C> publication(
            TransferredEntry transferred, ContentFamily<C> family) {
        if (transferred.content() == null) {
            throw new IllegalArgumentException("Neither content nor tombstone: " + transferred.id());
        }
        C content = ContentJson.read(transferred.content(), family.contentType());
        return new StoreChange.Publish<>(
                family, transferred.id(), transferred.slug(), content, transferred.importance(), transferred.note());
    }

    private void insertTombstone(
            TransferredEntry transferred, PositionAllocator allocator, ContentViolations violations) {
        violations.checkLine("/note", new LanguageDerivation().plain(transferred.note()));
        boolean slugRedacted = transferred.slug().equals(transferred.id().toString());
        if (!slugRedacted) {
            claimSlug(transferred, "/slug", transferred.slug(), violations);
        }
        if (violations.violations().isEmpty()) {
            tombstones.insertTombstone(transferred, allocator);
        }
    }

    private void restoreHistory(TransferredEntry transferred, EntryEntity entry, ContentViolations violations) {
        EntryHistory history = transferred.history();
        if (history.published() != null) {
            entry.firstPublishedAt = history.published().first();
        }
        if (entry.live) {
            entry.outdated = new OutdatedTexts(history.outdated()).store();
        }
        List<String> formerSlugs = history.formerSlugs();
        for (int i = 0; i < formerSlugs.size(); i++) {
            claimSlug(transferred, "/formerSlugs/" + i, formerSlugs.get(i), violations);
        }
        transferred.family().restoreSubEntries(transferred.id(), history.parts(), violations);
    }

    private void claimSlug(TransferredEntry transferred, String pointer, String slug, ContentViolations violations) {
        if (SlugFormat.check(pointer, slug, violations)
                && !index.claimSlug(transferred.family().name(), slug, transferred.id())) {
            violations.add(pointer, "slug-taken", slug);
        }
    }
}
