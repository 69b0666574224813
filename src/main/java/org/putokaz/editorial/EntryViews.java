package org.putokaz.editorial;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
    private final Timetable timetable;
    private final PlannedSteps planned;
    private final Gate gate;
    private final Session session;
    private final Reader reader;

    @Inject
    EntryViews(Entries entries, Timetable timetable, PlannedSteps planned, Gate gate, Session session, Reader reader) {
        this.entries = entries;
        this.timetable = timetable;
        this.planned = planned;
        this.gate = gate;
        this.session = session;
        this.reader = reader;
    }

    /** Publishing the newest revision, which is what a report on an entry is about. */
    static Step publishing(UUID id) {
        return new Step(id, Step.Action.PUBLISH, null, Importance.MAJOR, null, null, null);
    }

    /**
     * The entry after it was written; what the gate says of it is kept for the lists.
     *
     * @param version what it was written as: its entity tag, even when somebody else has written again meanwhile, so
     *     that the writer cannot go on from what they have never seen
     */
    EntryView afterWriting(String family, UUID id, long version) {
        EntryView view = show(family, id, version);
        keep(view);
        return view;
    }

    /** The same after it was published. */
    EntryView afterPublishing(String family, UUID id, long version) {
        Look look = look(family, id);
        // Somebody may have written again, and what was published may have been an older revision.
        boolean asPublished =
                look.entry.version == version && Objects.equals(look.entry.liveRevision, look.entry.revision);
        Publishable publishable = asPublished
                ? gate.reportOnPublished(id, publishing(id), reader.language())
                : gate.report(id, publishing(id), reader.language());
        EntryView view = view(look, publishable, version);
        keep(view);
        return view;
    }

    EntryView of(String family, UUID id) {
        return show(family, id, null);
    }

    /** Two looks, as the gate's rehearsal is a transaction of its own; neither holds a connection for the other. */
    private EntryView show(String family, UUID id, @Nullable Long version) {
        Look look = look(family, id);
        Publishable publishable = gate.report(id, publishing(id), reader.language());
        long tag = version == null ? look.entry.version : version;
        return view(look, publishable, tag);
    }

    private Look look(String family, UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Entry entry = entries.get(family, id);
            return new Look(entry, entries.head(entry), schedule(id));
        });
    }

    private record Look(
            Entry entry, Revision head, @Nullable ScheduleView schedule) {}

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

    private EntryView view(Look look, Publishable publishable, long version) {
        Entry entry = look.entry;
        return new EntryView(
                entry.id,
                entry.family,
                entry.slug,
                entry.stage,
                entry.publicSees(),
                entry.revision,
                live(entry),
                look.schedule,
                look.head.content(),
                publishable,
                review(look.head),
                look.head.note,
                entry.changedAt,
                entry.changedByName,
                String.valueOf(version),
                BASE + entry.family + "/" + entry.id);
    }

    private @Nullable ScheduleView schedule(UUID entry) {
        return timetable
                .ofEntry(entry)
                .flatMap(found -> planned.of(found.stepsOf()).stream()
                        .filter(step -> step.entryId.equals(entry))
                        .findFirst()
                        .map(step -> ScheduleView.of(found, step.action, step.revision)))
                .orElse(null);
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
