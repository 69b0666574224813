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
import org.putokaz.live.LiveEntry;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.transfer.StoreImporter;
import org.putokaz.live.write.LiveStore;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.pack.read.ImportError;
import org.putokaz.pack.read.ImportErrorCollector;
import org.putokaz.pack.read.ImportedEntry;

/** Publishes the entries of a pack, all in one transaction. */
@ApplicationScoped
class PackPublisher {

    private static final Logger LOG = Logger.getLogger(PackPublisher.class);

    private final LiveStore store;
    private final StoreImporter takeover;
    private final LiveEntryRepository entries;
    private final Session session;
    private final MessageCatalogue messages;

    @Inject
    PackPublisher(
            LiveStore store,
            StoreImporter takeover,
            LiveEntryRepository entries,
            Session session,
            MessageCatalogue messages) {
        this.store = store;
        this.takeover = takeover;
        this.entries = entries;
        this.session = session;
        this.messages = messages;
    }

    /** @param withdrawn entries of the pack that were withdrawn since, or are in the pack itself; they are left alone */
    record Report(long published, long unchanged, long withdrawn, long position) {}

    @Transactional
    boolean storeIsEmpty() {
        return entries.feed().position() == 0;
    }

    /**
     * @param digests of the files, by name, to tell a changed file from one that was loaded before
     * @throws PackRejectedException with every complaint, by file and line; nothing is changed then
     */
    @Transactional
    Report publish(List<ImportedEntry> pack, Map<String, String> digests) {
        // First: what another node withdraws meanwhile must not come back.
        store.holdStill();
        try {
            return entries.feed().position() == 0 && pack.stream().anyMatch(PackPublisher::hasPast)
                    ? takeOver(pack, digests)
                    : publishChanged(pack, digests);
        } catch (PublicationRejectedException refusal) {
            throw PackRejectedException.of(complaints(pack, refusal), messages);
        }
    }

    private static boolean hasPast(ImportedEntry entry) {
        return entry.past().published() != null || entry.isTombstone();
    }

    private Report takeOver(List<ImportedEntry> pack, Map<String, String> digests) {
        List<ImportedEntry> inOrder = pack.stream()
                .sorted(Comparator.comparingLong(PackPublisher::order))
                .toList();
        takeover.takeOver(inOrder.stream().map(ImportedEntry::kept).toList());
        pack.forEach(entry -> remember(entry, digests));
        long tombstones = pack.stream().filter(ImportedEntry::isTombstone).count();
        return new Report(
                pack.size() - tombstones, 0, tombstones, entries.feed().position());
    }

    private static long order(ImportedEntry entry) {
        EntryHistory.Times times = entry.past().published();
        return times == null ? Long.MAX_VALUE : times.order();
    }

    private Report publishChanged(List<ImportedEntry> pack, Map<String, String> digests) {
        List<ImportedEntry> changed = new ArrayList<>();
        long withdrawn = 0;
        for (ImportedEntry entry : pack) {
            if (entry.isTombstone()) {
                withdrawn++;
            } else if (isWithdrawn(entry)) {
                withdrawn++;
                LOG.warnf("%s was withdrawn after it was published; it stays withdrawn", entry.file());
            } else if (!isLoaded(entry, digests)) {
                changed.add(entry);
            }
        }
        store.apply(changed.stream().map(ImportedEntry::change).toList());
        changed.forEach(entry -> remember(entry, digests));
        return new Report(
                changed.size(),
                pack.size() - changed.size() - withdrawn,
                withdrawn,
                entries.feed().position());
    }

    private boolean isWithdrawn(ImportedEntry entry) {
        return entries.find(Objects.requireNonNull(entry.id()))
                .filter(known -> !known.live())
                .map(LiveEntry::id)
                .isPresent();
    }

    private boolean isLoaded(ImportedEntry entry, Map<String, String> digests) {
        LoadedEntryEntity row = session.find(LoadedEntryEntity.class, entry.id());
        return row != null && row.digest.equals(digests.get(entry.file()));
    }

    private void remember(ImportedEntry entry, Map<String, String> digests) {
        LoadedEntryEntity row = new LoadedEntryEntity();
        row.entryId = Objects.requireNonNull(entry.id());
        row.digest = Objects.requireNonNull(digests.get(entry.file()));
        session.merge(row);
    }

    private static List<ImportError> complaints(List<ImportedEntry> pack, PublicationRejectedException refusal) {
        Map<UUID, ImportedEntry> byId = new HashMap<>();
        pack.forEach(entry -> byId.put(Objects.requireNonNull(entry.id()), entry));
        ImportErrorCollector complaints = new ImportErrorCollector();
        refusal.violations()
                .forEach((id, violations) -> violations.forEach(violation -> {
                    ImportedEntry entry = byId.get(id);
                    complaints.add(
                            entry == null
                                    ? new ImportError(id.toString(), 1, violation.where(), violation.reason())
                                    : entry.complaint(violation));
                }));
        return complaints.all().stream()
                .sorted(Comparator.comparing(ImportError::file)
                        .thenComparingInt(ImportError::line)
                        .thenComparing(ImportError::field))
                .toList();
    }
}
