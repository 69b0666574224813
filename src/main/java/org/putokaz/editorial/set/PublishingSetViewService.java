package org.putokaz.editorial.set;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.entry.Stage;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationGate;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublishabilityReport;
import org.putokaz.editorial.publish.StepPreconditions;
import org.putokaz.editorial.schedule.ScheduleRepository;
import org.putokaz.editorial.schedule.ScheduleView;
import org.putokaz.http.request.RequestContext;
import org.putokaz.problem.Message;

/**
 * View of a publishing set with its members and the report whether it could be published now.
 *
 * <p>The set is read in a transaction that ends before the report begins its own: a request never holds two
 * connections.
 */
@ApplicationScoped
class PublishingSetViewService {

    private static final Set<Stage> PUBLISHED_ONCE = Set.of(Stage.PUBLISHED, Stage.SUPERSEDED, Stage.WITHDRAWN);

    private final PublishingSetRepository sets;
    private final PlannedStepRepository plannedSteps;
    private final EditorialEntryRepository entries;
    private final StepPreconditions preconditions;
    private final ScheduleRepository schedules;
    private final PublicationGate gate;
    private final RequestContext context;

    @Inject
    PublishingSetViewService(
            PublishingSetRepository sets,
            PlannedStepRepository plannedSteps,
            EditorialEntryRepository entries,
            StepPreconditions preconditions,
            ScheduleRepository schedules,
            PublicationGate gate,
            RequestContext context) {
        this.sets = sets;
        this.plannedSteps = plannedSteps;
        this.entries = entries;
        this.preconditions = preconditions;
        this.schedules = schedules;
        this.gate = gate;
        this.context = context;
    }

    private record SetSnapshot(
            PublishingSet set,
            List<PublicationStep> steps,
            List<PublishingSetView.Member> members,
            @Nullable ScheduleView schedule) {}

    /** @throws org.putokaz.problem.ProblemException 404 when there is no such set */
    PublishingSetView view(UUID id) {
        SetSnapshot snapshot = QuarkusTransaction.requiringNew().call(() -> readSnapshot(id));
        PublishingSet set = snapshot.set;
        return new PublishingSetView(
                set.id,
                set.name,
                set.status,
                snapshot.members,
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
        return gate.report(steps, context.language(), new PublishingSetProblems(steps)::pointerTo);
    }

    private SetSnapshot readSnapshot(UUID id) {
        PublishingSet set = sets.get(id);
        List<PublicationStep> steps = plannedSteps.findSteps(id);
        Map<UUID, Message> blockingReasons = set.hasEnded() ? Map.of() : preconditions.blockingReasons(steps);
        List<PublishingSetView.Member> members = steps.stream()
                .map(step -> member(step, blockingReasons.get(step.entry())))
                .toList();
        ScheduleView schedule = schedules
                .findForSet(id)
                .map(found -> ScheduleView.of(found, PublicationStep.Action.PUBLISH, null))
                .orElse(null);
        return new SetSnapshot(set, steps, members, schedule);
    }

    private PublishingSetView.Member member(PublicationStep step, @Nullable Message blockingReason) {
        EditorialEntry entry = entries.find(step.entry()).orElseThrow();
        Revision revision = entries.revision(entry, step.revisionOrNewest(entry));
        boolean needsApproval =
                step.action() == PublicationStep.Action.PUBLISH && preconditions.needsApproval(entry.family);
        return new PublishingSetView.Member(
                entry.id,
                entry.family,
                entry.slug,
                entry.name,
                step.action(),
                step.revision(),
                entry.newestRevision,
                revision.stage,
                entry.publicState(),
                needsApproval,
                needsApproval && isApproved(revision),
                blockingReason == null ? null : blockingReason.code(),
                step.importance(),
                step.note(),
                step.reason(),
                step.replacedBy());
    }

    /** Whether the revision is approved, or was before it was published. */
    private static boolean isApproved(Revision revision) {
        return revision.stage == Stage.APPROVED
                || PUBLISHED_ONCE.contains(revision.stage) && revision.reviewedBy != null;
    }
}
