package org.putokaz.editorial.set;

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
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.StepPreconditions;
import org.putokaz.problem.Message;

/** Mapper of the members of a publishing set to their views. */
@ApplicationScoped
class PublishingSetMemberViewMapper {

    private static final Set<Stage> PUBLISHED_ONCE = Set.of(Stage.PUBLISHED, Stage.SUPERSEDED, Stage.WITHDRAWN);

    private final EditorialEntryRepository entries;
    private final StepPreconditions preconditions;

    @Inject
    PublishingSetMemberViewMapper(EditorialEntryRepository entries, StepPreconditions preconditions) {
        this.entries = entries;
        this.preconditions = preconditions;
    }

    /** The members in the order of their steps, with what the state of an entry does not allow unless the set has ended. */
    List<PublishingSetView.Member> views(PublishingSet set, List<PublicationStep> steps) {
        Map<UUID, Message> blockingReasons = set.hasEnded() ? Map.of() : preconditions.blockingReasons(steps);
        return steps.stream()
                .map(step -> member(step, blockingReasons.get(step.entry())))
                .toList();
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
