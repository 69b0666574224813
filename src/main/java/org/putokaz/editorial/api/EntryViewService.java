package org.putokaz.editorial.api;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationGate;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublishabilityReport;
import org.putokaz.editorial.schedule.ScheduleRepository;
import org.putokaz.editorial.schedule.ScheduleView;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.Importance;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Shows an entry to its editors. */
@ApplicationScoped
public class EntryViewService {

    static final String BASE = "/editorial/v1/";

    private final EditorialEntryRepository entries;
    private final ScheduleRepository timetable;
    private final PlannedStepRepository planned;
    private final PublicationGate gate;
    private final Session session;
    private final RequestContext reader;

    @Inject
    EntryViewService(
            EditorialEntryRepository entries,
            ScheduleRepository timetable,
            PlannedStepRepository planned,
            PublicationGate gate,
            Session session,
            RequestContext reader) {
        this.entries = entries;
        this.timetable = timetable;
        this.planned = planned;
        this.gate = gate;
        this.session = session;
        this.reader = reader;
    }

    /** Publishing the newest revision, which is what a report on an entry is about. */
    static PublicationStep publishing(UUID id) {
        return new PublicationStep(id, PublicationStep.Action.PUBLISH, null, Importance.MAJOR, null, null, null);
    }

    /**
     * The entry after it was written; what the gate says of it is kept for the lists.
     *
     * @param version what it was written as: its entity tag, even when somebody else has written again meanwhile, so
     *     that the writer cannot go on from what they have never seen
     */
    EntryView viewAfterWrite(String family, UUID id, long version) {
        EntryView view = show(family, id, version);
        storeFindingCounts(view);
        return view;
    }

    /** The same after it was published. */
    EntryView viewAfterPublish(String family, UUID id, long version) {
        EntrySnapshot look = look(family, id);
        // Somebody may have written again, and what was published may have been an older revision.
        boolean asPublished =
                look.entry.version == version && Objects.equals(look.entry.liveRevision, look.entry.newestRevision);
        PublishabilityReport publishable = asPublished
                ? gate.reportWithoutDryRun(id, publishing(id), reader.language())
                : gate.report(id, publishing(id), reader.language());
        EntryView view = view(look, publishable, version);
        storeFindingCounts(view);
        return view;
    }

    EntryView of(String family, UUID id) {
        return show(family, id, null);
    }

    /** Two looks, as the gate's rehearsal is a transaction of its own; neither holds a connection for the other. */
    private EntryView show(String family, UUID id, @Nullable Long version) {
        EntrySnapshot look = look(family, id);
        PublishabilityReport publishable = gate.report(id, publishing(id), reader.language());
        long tag = version == null ? look.entry.version : version;
        return view(look, publishable, tag);
    }

    private EntrySnapshot look(String family, UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            EditorialEntry entry = entries.get(family, id);
            return new EntrySnapshot(entry, entries.newestRevision(entry), schedule(id));
        });
    }

    private record EntrySnapshot(
            EditorialEntry entry, Revision head, @Nullable ScheduleView schedule) {}

    @Transactional
    void storeFindingCounts(EntryView view) {
        session.createMutationQuery("update EditorialEntry e set e.errors = :errors, e.warnings = :warnings"
                        + " where e.id = :id and e.version = :version")
                .setParameter("errors", view.publishable().errors().size())
                .setParameter("warnings", view.publishable().warnings().size())
                .setParameter("id", view.id())
                .setParameter("version", Long.parseLong(Objects.requireNonNull(view.version())))
                .executeUpdate();
    }

    private EntryView view(EntrySnapshot look, PublishabilityReport publishable, long version) {
        EditorialEntry entry = look.entry;
        return new EntryView(
                entry.id,
                entry.family,
                entry.slug,
                entry.stage,
                entry.publicState(),
                entry.newestRevision,
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
                .findForEntry(entry)
                .flatMap(found -> planned.findByOwner(found.stepsOwner()).stream()
                        .filter(step -> step.entryId.equals(entry))
                        .findFirst()
                        .map(step -> ScheduleView.of(found, step.action, step.revision)))
                .orElse(null);
    }

    private static EntryView.@Nullable LiveState live(EditorialEntry entry) {
        return entry.liveRevision == null
                ? null
                : new EntryView.LiveState(entry.liveRevision, entry.livePosition, entry.published, entry.publicStateSince);
    }

    public static EntryView.@Nullable ReviewView review(Revision revision) {
        return revision.submittedBy == null && revision.reviewedBy == null
                ? null
                : new EntryView.ReviewView(
                        revision.submittedByName, revision.reviewedByName, revision.reviewedAt, revision.reviewNote);
    }
}
