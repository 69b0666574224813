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
import org.putokaz.http.Messages;
import org.putokaz.live.LiveEntries;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.LiveStore;
import org.putokaz.live.Past;
import org.putokaz.live.Refusal;
import org.putokaz.live.Takeover;

/** Publishes the entries of a pack, all in one transaction. */
@ApplicationScoped
class PackPublisher {

    private static final Logger LOG = Logger.getLogger(PackPublisher.class);

    private final LiveStore store;
    private final Takeover takeover;
    private final LiveEntries entries;
    private final Session session;
    private final Messages messages;

    @Inject
    PackPublisher(LiveStore store, Takeover takeover, LiveEntries entries, Session session, Messages messages) {
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
     * @throws PackRefused with every complaint, by file and line; nothing is changed then
     */
    @Transactional
    Report publish(List<Imported> pack, Map<String, String> digests) {
        // First: what another node withdraws meanwhile must not come back.
        store.holdStill();
        try {
            return entries.feed().position() == 0 && pack.stream().anyMatch(PackPublisher::hasPast)
                    ? takeOver(pack, digests)
                    : publishChanged(pack, digests);
        } catch (Refusal refusal) {
            throw PackRefused.of(complaints(pack, refusal), messages);
        }
    }

    private static boolean hasPast(Imported entry) {
        return entry.past().published() != null || entry.isTombstone();
    }

    private Report takeOver(List<Imported> pack, Map<String, String> digests) {
        List<Imported> inOrder = pack.stream()
                .sorted(Comparator.comparingLong(PackPublisher::order))
                .toList();
        takeover.takeOver(inOrder.stream().map(Imported::kept).toList());
        pack.forEach(entry -> remember(entry, digests));
        long tombstones = pack.stream().filter(Imported::isTombstone).count();
        return new Report(
                pack.size() - tombstones, 0, tombstones, entries.feed().position());
    }

    private static long order(Imported entry) {
        Past.Times times = entry.past().published();
        return times == null ? Long.MAX_VALUE : times.order();
    }

    private Report publishChanged(List<Imported> pack, Map<String, String> digests) {
        List<Imported> changed = new ArrayList<>();
        long withdrawn = 0;
        for (Imported entry : pack) {
            if (entry.isTombstone()) {
                withdrawn++;
            } else if (isWithdrawn(entry)) {
                withdrawn++;
                LOG.warnf("%s was withdrawn after it was published; it stays withdrawn", entry.file());
            } else if (!isLoaded(entry, digests)) {
                changed.add(entry);
            }
        }
        store.apply(changed.stream().map(Imported::change).toList());
        changed.forEach(entry -> remember(entry, digests));
        return new Report(
                changed.size(),
                pack.size() - changed.size() - withdrawn,
                withdrawn,
                entries.feed().position());
    }

    private boolean isWithdrawn(Imported entry) {
        return entries.find(Objects.requireNonNull(entry.id()))
                .filter(known -> !known.live())
                .map(LiveEntry::id)
                .isPresent();
    }

    private boolean isLoaded(Imported entry, Map<String, String> digests) {
        LoadedRow row = session.find(LoadedRow.class, entry.id());
        return row != null && row.digest.equals(digests.get(entry.file()));
    }

    private void remember(Imported entry, Map<String, String> digests) {
        LoadedRow row = new LoadedRow();
        row.entryId = Objects.requireNonNull(entry.id());
        row.digest = Objects.requireNonNull(digests.get(entry.file()));
        session.merge(row);
    }

    private static List<Complaint> complaints(List<Imported> pack, Refusal refusal) {
        Map<UUID, Imported> byId = new HashMap<>();
        pack.forEach(entry -> byId.put(Objects.requireNonNull(entry.id()), entry));
        Complaints complaints = new Complaints();
        refusal.violations()
                .forEach((id, violations) -> violations.forEach(violation -> {
                    Imported entry = byId.get(id);
                    complaints.add(
                            entry == null
                                    ? new Complaint(id.toString(), 1, violation.where(), violation.reason())
                                    : entry.complaint(violation));
                }));
        return complaints.all().stream()
                .sorted(Comparator.comparing(Complaint::file)
                        .thenComparingInt(Complaint::line)
                        .thenComparing(Complaint::field))
                .toList();
    }
}
