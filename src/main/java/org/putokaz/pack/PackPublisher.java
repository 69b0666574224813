package org.putokaz.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.transfer.StoreImporter;
import org.putokaz.live.write.LiveStore;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.pack.read.ImportError;
import org.putokaz.pack.read.ImportErrorCollector;
import org.putokaz.pack.read.ImportedEntry;

/**
 * Service that publishes the entries of a pack in one transaction. An empty store takes over a pack with history as
 * it is (decision 14). Any other store gets the entries whose files changed since they were last loaded; entries that
 * were withdrawn stay withdrawn (decision 8).
 */
@ApplicationScoped
class PackPublisher {

    private static final Logger LOG = Logger.getLogger(PackPublisher.class);

    private final LiveStore store;
    private final StoreImporter importer;
    private final LiveEntryRepository entries;
    private final Session session;
    private final MessageCatalogue messages;
    private final PackWarningLogger warnings;

    @Inject
    PackPublisher(
            LiveStore store,
            StoreImporter importer,
            LiveEntryRepository entries,
            Session session,
            MessageCatalogue messages,
            PackWarningLogger warnings) {
        this.store = store;
        this.importer = importer;
        this.entries = entries;
        this.session = session;
        this.messages = messages;
        this.warnings = warnings;
    }

    /** @param withdrawn entries that are withdrawn in the store or in the pack; they are left as they are */
    record LoadReport(long published, long unchanged, long withdrawn, long position) {}

    @Transactional
    boolean isStoreEmpty() {
        return entries.feedState().position() == 0;
    }

    /**
     * @param digests SHA-256 of each file, by path
     * @throws PackRejectedException with all errors by file and line; nothing is changed then
     */
    @Transactional
    LoadReport publish(List<ImportedEntry> pack, Map<String, String> digests) {
        // Before anything is read: an entry that another node withdraws at this moment must stay withdrawn.
        store.lockForPublishing();
        try {
            return entries.feedState().position() == 0 && pack.stream().anyMatch(PackPublisher::hasHistory)
                    ? importWithHistory(pack, digests)
                    : publishChanged(pack, digests);
        } catch (PublicationRejectedException rejection) {
            throw PackRejectedException.of(toErrors(pack, rejection), messages);
        }
    }

    private static boolean hasHistory(ImportedEntry entry) {
        return entry.history().published() != null || entry.isTombstone();
    }

    private LoadReport importWithHistory(List<ImportedEntry> pack, Map<String, String> digests) {
        List<ImportedEntry> inOrder = pack.stream()
                .sorted(Comparator.comparingLong(PackPublisher::feedOrder))
                .toList();
        importer.importAll(
                inOrder.stream().map(ImportedEntry::toTransferredEntry).toList());
        pack.forEach(entry -> recordDigest(entry, digests));
        long tombstones = pack.stream().filter(ImportedEntry::isTombstone).count();
        return new LoadReport(
                pack.size() - tombstones, 0, tombstones, entries.feedState().position());
    }

    private static long feedOrder(ImportedEntry entry) {
        EntryHistory.Times times = entry.history().published();
        return times == null ? Long.MAX_VALUE : times.order();
    }

    private LoadReport publishChanged(List<ImportedEntry> pack, Map<String, String> digests) {
        List<ImportedEntry> changed = new ArrayList<>();
        long withdrawn = 0;
        for (ImportedEntry entry : pack) {
            if (entry.isTombstone()) {
                withdrawn++;
            } else if (isWithdrawn(entry)) {
                withdrawn++;
                // By its id: the file is named by the slug, which may have been removed for a person's safety.
                LOG.warnf("%s was withdrawn after it was published; it stays withdrawn", entry.id());
            } else if (!isUnchanged(entry, digests)) {
                changed.add(entry);
            }
        }
        store.apply(changed.stream().map(ImportedEntry::toStoreChange).toList());
        changed.forEach(entry -> recordDigest(entry, digests));
        warnings.log(changed);
        return new LoadReport(
                changed.size(),
                pack.size() - changed.size() - withdrawn,
                withdrawn,
                entries.feedState().position());
    }

    private boolean isWithdrawn(ImportedEntry entry) {
        return entries.find(Objects.requireNonNull(entry.id()))
                .filter(known -> !known.live())
                .isPresent();
    }

    private boolean isUnchanged(ImportedEntry entry, Map<String, String> digests) {
        LoadedEntryEntity loaded = session.find(LoadedEntryEntity.class, entry.id());
        return loaded != null && loaded.digest.equals(digests.get(entry.file()));
    }

    private void recordDigest(ImportedEntry entry, Map<String, String> digests) {
        LoadedEntryEntity loaded = new LoadedEntryEntity();
        loaded.entryId = Objects.requireNonNull(entry.id());
        loaded.digest = Objects.requireNonNull(digests.get(entry.file()));
        session.merge(loaded);
    }

    private static List<ImportError> toErrors(List<ImportedEntry> pack, PublicationRejectedException rejection) {
        Map<UUID, ImportedEntry> byId = new HashMap<>();
        pack.forEach(entry -> byId.put(Objects.requireNonNull(entry.id()), entry));
        ImportErrorCollector errors = new ImportErrorCollector();
        rejection
                .violations()
                .forEach((id, violations) -> violations.forEach(violation -> {
                    ImportedEntry entry = byId.get(id);
                    errors.add(
                            entry == null
                                    ? new ImportError(id.toString(), 1, violation.location(), violation.reason())
                                    : entry.error(violation));
                }));
        return errors.all().stream()
                .sorted(Comparator.comparing(ImportError::file)
                        .thenComparingInt(ImportError::line)
                        .thenComparing(ImportError::field))
                .toList();
    }
}
