package org.putokaz.editorial.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.check.EntryReferenceService;
import org.putokaz.editorial.check.EntryReferencesView;
import org.putokaz.editorial.check.LostReferenceFinder;
import org.putokaz.editorial.check.ReferenceView;
import org.putokaz.editorial.check.TranslationChecker;
import org.putokaz.editorial.check.TranslationState;
import org.putokaz.editorial.comment.OpenRejectionView;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.EntryAction;
import org.putokaz.editorial.entry.EntryCommentRepository;
import org.putokaz.editorial.entry.PublicState;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.publish.FindingCountRefresher;
import org.putokaz.editorial.publish.FindingView;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationGate;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublishabilityReport;
import org.putokaz.editorial.revision.ReviewView;
import org.putokaz.editorial.schedule.ScheduleRepository;
import org.putokaz.editorial.schedule.ScheduleView;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.Importance;

/**
 * Views of single entries for editors: newest revision, public state, schedule, and what keeps it from being published.
 *
 * <p>Not transactional itself: the entry is read in one transaction and the dry run of the publication is another, so
 * that no request holds one connection while it waits for a second.
 */
@ApplicationScoped
class EntryViewService {

    private static final String BASE = "/editorial/v1/";

    private final EditorialEntryRepository entries;
    private final EntryCommentRepository comments;
    private final ScheduleRepository schedules;
    private final PlannedStepRepository plannedSteps;
    private final PublicationGate gate;
    private final TranslationChecker translations;
    private final LostReferenceFinder lostReferences;
    private final EntryReferenceService references;
    private final AllowedActionService allowedActions;
    private final FindingCountRefresher counts;
    private final MessageCatalogue messages;
    private final RequestContext request;

    @Inject
    EntryViewService(
            EditorialEntryRepository entries,
            EntryCommentRepository comments,
            ScheduleRepository schedules,
            PlannedStepRepository plannedSteps,
            PublicationGate gate,
            TranslationChecker translations,
            LostReferenceFinder lostReferences,
            EntryReferenceService references,
            AllowedActionService allowedActions,
            FindingCountRefresher counts,
            MessageCatalogue messages,
            RequestContext request) {
        this.entries = entries;
        this.comments = comments;
        this.schedules = schedules;
        this.plannedSteps = plannedSteps;
        this.gate = gate;
        this.translations = translations;
        this.lostReferences = lostReferences;
        this.references = references;
        this.allowedActions = allowedActions;
        this.counts = counts;
        this.messages = messages;
        this.request = request;
    }

    /** An entry as it was read in one transaction. */
    private record EntrySnapshot(
            EditorialEntry entry,
            Revision newest,
            @Nullable OpenRejectionView rejection,
            @Nullable ScheduleView schedule,
            Map<String, TranslationState> translations,
            List<FindingView> attention,
            List<EntryAction> allowedActions,
            @Nullable List<ReferenceView> referencedBy) {

        EntrySnapshot withReferences(List<ReferenceView> referring) {
            return new EntrySnapshot(
                    entry, newest, rejection, schedule, translations, attention, allowedActions, referring);
        }
    }

    /** @throws org.putokaz.problem.ProblemException 404 */
    EntryView view(String family, UUID id) {
        EntrySnapshot snapshot = read(family, id);
        return view(snapshot, report(id), snapshot.entry.version);
    }

    /**
     * The entry after a write; the numbers of errors and warnings are stored for the lists.
     *
     * @param version the version that was written. It is the entity tag of the view even when the entry has changed
     *     again since, so that the client cannot overwrite a change that it has not seen.
     */
    EntryView viewAfterWrite(String family, UUID id, long version) {
        FindingCountRefresher.Basis basis = counts.basis();
        EntryView view = view(read(family, id), report(id), version);
        storeFindingCounts(view, basis);
        return view;
    }

    /** The same after a publication, mostly without the dry run, as the store has just accepted the same content. */
    EntryView viewAfterPublish(String family, UUID id, long version) {
        FindingCountRefresher.Basis basis = counts.basis();
        EntrySnapshot snapshot = read(family, id);
        EditorialEntry entry = snapshot.entry;
        // The entry may have changed since, or the published revision may be an older one.
        boolean newestIsPublic = entry.version == version && Objects.equals(entry.liveRevision, entry.newestRevision);
        PublishabilityReport report =
                newestIsPublic ? gate.reportWithoutDryRun(id, publishNewest(id), request.language()) : report(id);
        EntryView view = view(snapshot, report, version);
        storeFindingCounts(view, basis);
        return view;
    }

    /** @throws org.putokaz.problem.ProblemException 404 */
    EntryReferencesView references(String family, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new EntryReferencesView(references.find(entries.get(family, id).id)));
    }

    /** The entry as it is, with the report on a step that is not executed. */
    EntryView viewOfDryRun(String family, PublicationStep step) {
        EntrySnapshot snapshot = read(family, step.entry()).withReferences(references.find(step.entry()));
        PublishabilityReport report = gate.report(step.entry(), step, request.language());
        return view(snapshot, report, snapshot.entry.version);
    }

    private PublishabilityReport report(UUID id) {
        return gate.report(id, publishNewest(id), request.language());
    }

    private static PublicationStep publishNewest(UUID id) {
        return new PublicationStep(id, PublicationStep.Action.PUBLISH, null, Importance.MAJOR, null, null, null);
    }

    private EntrySnapshot read(String family, UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            EditorialEntry entry = entries.get(family, id);
            return new EntrySnapshot(
                    entry,
                    entries.newestRevision(entry),
                    comments.findOpenRejection(entry).map(OpenRejectionView::of).orElse(null),
                    scheduleView(id),
                    translations.states(entry),
                    attention(id),
                    allowedActions.find(entry),
                    entry.publicState() == PublicState.GONE ? references.find(id) : null);
        });
    }

    private List<FindingView> attention(UUID id) {
        return lostReferences.find(id).stream()
                .map(loss -> FindingView.of(
                        loss.violation(),
                        loss.violation().location(),
                        loss.entry(),
                        messages.text(loss.violation().reason(), request.language())))
                .toList();
    }

    private @Nullable ScheduleView scheduleView(UUID entry) {
        return schedules
                .findForEntry(entry)
                .flatMap(schedule -> plannedSteps.findByOwner(schedule.stepsOwner()).stream()
                        .filter(step -> step.entryId.equals(entry))
                        .findFirst()
                        .map(step -> ScheduleView.of(schedule, step.action, step.revision)))
                .orElse(null);
    }

    private void storeFindingCounts(EntryView view, FindingCountRefresher.Basis basis) {
        long version = Long.parseLong(Objects.requireNonNull(view.version()));
        counts.store(view.id(), version, view.publishable(), basis);
    }

    private static EntryView view(EntrySnapshot snapshot, PublishabilityReport report, long version) {
        EditorialEntry entry = snapshot.entry;
        return new EntryView(
                entry.id,
                entry.family,
                entry.slug,
                entry.stage,
                entry.publicState(),
                entry.newestRevision,
                liveState(entry),
                snapshot.schedule,
                snapshot.newest.content(),
                report,
                snapshot.translations,
                snapshot.attention,
                snapshot.referencedBy,
                snapshot.allowedActions,
                ReviewView.of(snapshot.newest),
                snapshot.rejection,
                snapshot.newest.note,
                entry.changedAt,
                entry.changedByName,
                String.valueOf(version),
                BASE + entry.family + "/" + entry.id);
    }

    private static EntryView.@Nullable LiveState liveState(EditorialEntry entry) {
        return entry.liveRevision == null
                ? null
                : new EntryView.LiveState(
                        entry.liveRevision, entry.livePosition, entry.published, entry.publicStateSince);
    }
}
