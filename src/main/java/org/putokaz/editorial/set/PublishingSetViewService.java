package org.putokaz.editorial.set;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationGate;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublishabilityReport;
import org.putokaz.editorial.replacement.ReplacementDraftView;
import org.putokaz.editorial.replacement.ReplacementDraftViewMapper;
import org.putokaz.editorial.schedule.ScheduleRepository;
import org.putokaz.editorial.schedule.ScheduleView;
import org.putokaz.http.request.RequestContext;

/**
 * View of a publishing set with its members and the report whether it could be published now.
 *
 * <p>The set is read in a transaction that ends before the report begins its own: a request never holds two
 * connections.
 */
@ApplicationScoped
public class PublishingSetViewService {

    private final PublishingSetRepository sets;
    private final PlannedStepRepository plannedSteps;
    private final EditorialEntryRepository entries;
    private final PublishingSetMemberViewMapper members;
    private final ReplacementDraftViewMapper drafts;
    private final ScheduleRepository schedules;
    private final PublicationGate gate;
    private final RequestContext context;

    @Inject
    PublishingSetViewService(
            PublishingSetRepository sets,
            PlannedStepRepository plannedSteps,
            EditorialEntryRepository entries,
            PublishingSetMemberViewMapper members,
            ReplacementDraftViewMapper drafts,
            ScheduleRepository schedules,
            PublicationGate gate,
            RequestContext context) {
        this.sets = sets;
        this.plannedSteps = plannedSteps;
        this.entries = entries;
        this.members = members;
        this.drafts = drafts;
        this.schedules = schedules;
        this.gate = gate;
        this.context = context;
    }

    private record SetSnapshot(
            PublishingSet set,
            List<PublicationStep> steps,
            List<PublishingSetView.Member> members,
            List<ReplacementDraftView> drafts,
            @Nullable ScheduleView schedule) {}

    /** @throws org.putokaz.problem.ProblemException 404 when there is no such set */
    public PublishingSetView view(UUID id) {
        SetSnapshot snapshot = QuarkusTransaction.requiringNew().call(() -> readSnapshot(id));
        PublishingSet set = snapshot.set;
        return new PublishingSetView(
                set.id,
                set.name,
                set.status,
                snapshot.members,
                snapshot.drafts,
                set.hasEnded() ? null : report(snapshot.steps),
                snapshot.schedule,
                set.publishedAt,
                set.createdAt,
                set.createdByName,
                set.changedAt,
                set.changedByName,
                String.valueOf(set.version),
                PublishingSetsApi.BASE_PATH + "/" + set.id);
    }

    private PublishabilityReport report(List<PublicationStep> steps) {
        PublishingSetProblems problems = new PublishingSetProblems(steps, entries);
        PublishabilityReport report = gate.report(steps, context.language(), problems::pointerTo);
        return QuarkusTransaction.requiringNew().call(() -> report.map(problems::withEntry));
    }

    private SetSnapshot readSnapshot(UUID id) {
        PublishingSet set = sets.get(id);
        List<PublicationStep> steps = plannedSteps.findSteps(id);
        ScheduleView schedule = schedules
                .findForSet(id)
                .map(found -> ScheduleView.of(found, PublicationStep.Action.PUBLISH, null))
                .orElse(null);
        return new SetSnapshot(set, steps, members.views(set, steps), drafts.views(id), schedule);
    }
}
