package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Reader;
import org.putokaz.live.Importance;

/** Shows an entry to its editors. */
@ApplicationScoped
class EntryViews {

    static final String BASE = "/editorial/v1/";

    private final Entries entries;
    private final Gate gate;
    private final Session session;
    private final Reader reader;

    @Inject
    EntryViews(Entries entries, Gate gate, Session session, Reader reader) {
        this.entries = entries;
        this.gate = gate;
        this.session = session;
        this.reader = reader;
    }

    /** Publishing the newest revision, which is what a report on an entry is about. */
    static Step publishing(UUID id) {
        return new Step(id, Step.Action.PUBLISH, null, Importance.MAJOR, null, null, null);
    }

    /** The entry after it was written; what the gate says of it is kept for the lists. */
    EntryView afterWriting(String family, UUID id) {
        EntryView view = of(family, id);
        keep(view);
        return view;
    }

    /** Two looks, as the gate's rehearsal is a transaction of its own; who writes meanwhile shows by the version. */
    EntryView of(String family, UUID id) {
        Entry entry = entries.get(family, id);
        Revision head = entries.head(entry);
        Publishable publishable = gate.report(id, publishing(id), reader.language());
        return view(entry, head, publishable);
    }

    @Transactional
    void keep(EntryView view) {
        session.createMutationQuery("update Entry e set e.errors = :errors, e.warnings = :warnings"
                        + " where e.id = :id and e.version = :version")
                .setParameter("errors", view.publishable().errors().size())
                .setParameter("warnings", view.publishable().warnings().size())
                .setParameter("id", view.id())
                .setParameter("version", Long.parseLong(Objects.requireNonNull(view.version())))
                .executeUpdate();
    }

    private EntryView view(Entry entry, Revision head, Publishable publishable) {
        return new EntryView(
                entry.id,
                entry.family,
                entry.slug,
                entry.stage,
                entry.publicSees(),
                entry.revision,
                live(entry),
                null,
                head.content(),
                publishable,
                review(head),
                head.note,
                entry.changedAt,
                entry.changedByName,
                String.valueOf(entry.version),
                BASE + entry.family + "/" + entry.id);
    }

    private static EntryView.@Nullable LiveState live(Entry entry) {
        return entry.liveRevision == null
                ? null
                : new EntryView.LiveState(entry.liveRevision, entry.livePosition, entry.shown, entry.liveSince);
    }

    static EntryView.@Nullable ReviewView review(Revision revision) {
        return revision.submittedBy == null && revision.reviewedBy == null
                ? null
                : new EntryView.ReviewView(
                        revision.submittedByName, revision.reviewedByName, revision.reviewedAt, revision.reviewNote);
    }
}
