package org.putokaz.editorial;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Reader;
import org.putokaz.problem.Message;

/** Shows a publishing set to its editors. */
@ApplicationScoped
class SetViews {

    static final String BASE = "/editorial/v1/publishing-sets";

    private static final Set<Stage> WENT_OUT = Set.of(Stage.PUBLISHED, Stage.SUPERSEDED, Stage.WITHDRAWN);

    private final PublishingSets sets;
    private final PlannedSteps planned;
    private final Entries entries;
    private final Publisher publisher;
    private final Together together;
    private final Timetable timetable;
    private final Gate gate;
    private final Reader reader;

    @Inject
    SetViews(
            PublishingSets sets,
            PlannedSteps planned,
            Entries entries,
            Publisher publisher,
            Together together,
            Timetable timetable,
            Gate gate,
            Reader reader) {
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
            List<Step> steps,
            List<SetView.Member> members,
            @Nullable ScheduleView schedule) {}

    /** Two looks, as the gate's rehearsal is a transaction of its own; neither holds a connection for the other. */
    SetView of(UUID id) {
        Look look = QuarkusTransaction.requiringNew().call(() -> look(id));
        PublishingSet set = look.set;
        Publishable publishable =
                set.isOver() ? null : gate.report(look.steps, reader.language(), new SetProblems(look.steps)::place);
        return new SetView(
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
                BASE + "/" + set.id);
    }

    private Look look(UUID id) {
        PublishingSet set = sets.get(id);
        List<Step> steps = PlannedSteps.steps(planned.of(id));
        Map<UUID, Message> obstacles = set.isOver() ? Map.of() : together.obstacles(steps);
        List<SetView.Member> members = steps.stream()
                .map(step -> member(step, obstacles.get(step.entry())))
                .toList();
        ScheduleView schedule = timetable
                .ofSet(id)
                .map(found -> ScheduleView.of(found, Step.Action.PUBLISH, null))
                .orElse(null);
        return new Look(set, steps, members, schedule);
    }

    private SetView.Member member(Step step, @Nullable Message obstacle) {
        Entry entry = entries.find(step.entry()).orElseThrow();
        int number = Objects.requireNonNullElse(step.revision(), entry.revision);
        Revision revision = entries.revision(entry, number);
        boolean needsApproval = step.action() == Step.Action.PUBLISH && publisher.needsApproval(entry.family);
        return new SetView.Member(
                entry.id,
                entry.family,
                entry.slug,
                entry.name,
                step.action(),
                step.revision(),
                entry.revision,
                revision.stage,
                entry.publicSees(),
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
