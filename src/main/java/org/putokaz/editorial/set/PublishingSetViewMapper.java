package org.putokaz.editorial.set;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.entry.Stage;
import org.putokaz.editorial.publish.PlannedStepRepository;
import org.putokaz.editorial.publish.PublicationGate;
import org.putokaz.editorial.publish.PublicationService;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublishabilityReport;
import org.putokaz.editorial.publish.StepBatchPublisher;
import org.putokaz.editorial.schedule.ScheduleRepository;
import org.putokaz.editorial.schedule.ScheduleView;
import org.putokaz.http.request.RequestContext;
import org.putokaz.problem.Message;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows a publishing set to its editors. */
@ApplicationScoped
public class PublishingSetViewMapper {

    public static final String BASE_PATH = "/editorial/v1/publishing-sets";

    private static final Set<Stage> WENT_OUT = Set.of(Stage.PUBLISHED, Stage.SUPERSEDED, Stage.WITHDRAWN);

    private final PublishingSetRepository sets;
    private final PlannedStepRepository planned;
    private final EditorialEntryRepository entries;
    private final PublicationService publisher;
    private final StepBatchPublisher together;
    private final ScheduleRepository timetable;
    private final PublicationGate gate;
    private final RequestContext reader;

    @Inject
    PublishingSetViewMapper(
            PublishingSetRepository sets,
            PlannedStepRepository planned,
            EditorialEntryRepository entries,
            PublicationService publisher,
            StepBatchPublisher together,
            ScheduleRepository timetable,
            PublicationGate gate,
            RequestContext reader) {
        this.sets = sets;
        this.planned = planned;
        this.entries = entries;
        this.publisher = publisher;
        this.together = together;
        this.timetable = timetable;
        this.gate = gate;
        this.reader = reader;
    }

    private record Look(
            PublishingSet set,
            List<PublicationStep> steps,
            List<PublishingSetView.Member> members,
            @Nullable ScheduleView schedule) {}

    /** Two looks, as the gate's rehearsal is a transaction of its own; neither holds a connection for the other. */
    PublishingSetView view(UUID id) {
        Look look = QuarkusTransaction.requiringNew().call(() -> look(id));
        PublishingSet set = look.set;
        PublishabilityReport publishable = set.isOver()
                ? null
                : gate.report(look.steps, reader.language(), new PublishingSetProblems(look.steps)::pointerTo);
        return new PublishingSetView(
                set.id,
                set.name,
                set.status,
                look.members,
                publishable,
                look.schedule,
                set.publishedAt,
                set.createdAt,
                set.createdByName,
                set.changedAt,
                set.changedByName,
                String.valueOf(set.version),
                BASE_PATH + "/" + set.id);
    }

    private Look look(UUID id) {
        PublishingSet set = sets.get(id);
        List<PublicationStep> steps = PlannedStepRepository.toSteps(planned.findByOwner(id));
        Map<UUID, Message> obstacles = set.isOver() ? Map.of() : together.obstacles(steps);
        List<PublishingSetView.Member> members = steps.stream()
                .map(step -> member(step, obstacles.get(step.entry())))
                .toList();
        ScheduleView schedule = timetable
                .findForSet(id)
                .map(found -> ScheduleView.of(found, PublicationStep.Action.PUBLISH, null))
                .orElse(null);
        return new Look(set, steps, members, schedule);
    }

    private PublishingSetView.Member member(PublicationStep step, @Nullable Message obstacle) {
        EditorialEntry entry = entries.find(step.entry()).orElseThrow();
        int number = Objects.requireNonNullElse(step.revision(), entry.newestRevision);
        Revision revision = entries.revision(entry, number);
        boolean needsApproval =
                step.action() == PublicationStep.Action.PUBLISH && publisher.needsApproval(entry.family);
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
                obstacle == null ? null : obstacle.code(),
                step.importance(),
                step.note(),
                step.reason(),
                step.replacedBy());
    }

    /** Or was, before it went out: that is not said anew each time. */
    private static boolean isApproved(Revision revision) {
        return revision.stage == Stage.APPROVED || WENT_OUT.contains(revision.stage) && revision.reviewedBy != null;
    }
}
