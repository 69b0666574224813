package org.putokaz.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.putokaz.live.LiveEntries;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.LiveStore;
import org.putokaz.live.Refusal;

/** Publishes the entries of a pack, all in one transaction. */
@ApplicationScoped
class PackPublisher {

    private static final Logger LOG = Logger.getLogger(PackPublisher.class);

    private final LiveStore store;
    private final LiveEntries entries;
    private final Session session;

    @Inject
    PackPublisher(LiveStore store, LiveEntries entries, Session session) {
        this.store = store;
        this.entries = entries;
        this.session = session;
    }

    /** @param withdrawn entries of the pack that were withdrawn since; they stay withdrawn */
    record Report(long published, long unchanged, long withdrawn, long position) {}

    @Transactional
    boolean storeIsEmpty() {
        return entries.feed().position() == 0;
    }

    /** @throws PackRefused with every complaint, by file and line; nothing is changed then */
    @Transactional
    Report publish(Pack pack) {
        // First: what another node withdraws meanwhile must not come back.
        store.holdStill();
        List<Pack.Entry> changed = new ArrayList<>();
        long withdrawn = 0;
        for (Pack.Entry entry : pack.entries()) {
            if (isWithdrawn(entry)) {
                withdrawn++;
                LOG.warnf("%s was withdrawn after it was published; it stays withdrawn", entry.path());
            } else if (!isLoaded(entry)) {
                changed.add(entry);
            }
        }
        try {
            store.apply(changed.stream().map(Pack.Entry::change).toList());
        } catch (Refusal refusal) {
            throw pack.refused(refusal);
        }
        changed.forEach(this::remember);
        return new Report(
                changed.size(),
                pack.entries().size() - changed.size() - withdrawn,
                withdrawn,
                entries.feed().position());
    }

    private boolean isWithdrawn(Pack.Entry entry) {
        return entries.find(entry.change().id())
                .filter(known -> !known.live())
                .map(LiveEntry::id)
                .isPresent();
    }

    private boolean isLoaded(Pack.Entry entry) {
        LoadedRow row = session.find(LoadedRow.class, entry.change().id());
        return row != null && row.digest.equals(entry.digest());
    }

    private void remember(Pack.Entry entry) {
        LoadedRow row = new LoadedRow();
        row.entryId = entry.change().id();
        row.digest = entry.digest();
        session.merge(row);
    }
}
