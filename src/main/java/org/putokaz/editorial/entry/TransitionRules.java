package org.putokaz.editorial.entry;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;

/**
 * Rules that decide whether the state of an entry and the actor's part in its text allow a transition. Each method
 * returns when they do and otherwise throws the problem that answers the request; the list of allowed actions is made
 * by the same methods.
 */
public final class TransitionRules {

    private static final Set<Stage> CAN_BE_SUBMITTED = Set.of(Stage.DRAFT, Stage.REJECTED, Stage.WITHDRAWN);
    private static final Set<Stage> CAN_BE_REJECTED = Set.of(Stage.SUBMITTED, Stage.APPROVED);
    private static final Set<Stage> CAN_BE_PUBLISHED_WITHOUT_APPROVAL =
            Set.of(Stage.DRAFT, Stage.SUBMITTED, Stage.APPROVED, Stage.WITHDRAWN);

    private TransitionRules() {}

    /** @throws org.putokaz.problem.ProblemException 409 */
    public static void requireSubmittable(EditorialEntry entry, RevisionState newest) {
        require(CAN_BE_SUBMITTED.contains(entry.stage), "not-to-be-submitted");
        newest.requireNotRedacted();
    }

    /**
     * @param authors ids of the authors of all revisions that the approval makes publishable
     * @throws org.putokaz.problem.ProblemException 409, or 403 as {@link #requireIndependentApprover} has it
     */
    public static void requireApprovable(EditorialEntry entry, RevisionState newest, Set<String> authors, Actor by) {
        require(entry.stage == Stage.SUBMITTED, "not-submitted");
        requireIndependentApprover(newest, authors, by);
    }

    /**
     * Requires that another person approves than wrote or submitted the text.
     *
     * @throws org.putokaz.problem.ProblemException 403 when it is the same person, 409 when the text was removed
     */
    public static void requireIndependentApprover(RevisionState newest, Set<String> authors, Actor by) {
        newest.requireNotRedacted();
        if (authors.contains(by.id()) || by.id().equals(newest.submittedBy())) {
            throw ProblemType.FORBIDDEN.because("own-work");
        }
    }

    /** @throws org.putokaz.problem.ProblemException 409 */
    public static void requireRejectable(EditorialEntry entry) {
        require(CAN_BE_REJECTED.contains(entry.stage), "not-submitted");
    }

    /**
     * @param needsApproval whether another person has to approve entries of the family
     * @throws org.putokaz.problem.ProblemException 409 when the stage of the revision does not allow its publication
     */
    public static void requirePublishable(EditorialEntry entry, RevisionState candidate, boolean needsApproval) {
        candidate.requireNotRedacted();
        require(candidate.stage() != Stage.PUBLISHED, "already-published");
        boolean stale = candidate.stage() == Stage.SUPERSEDED
                || entry.liveRevision != null && candidate.number() < entry.liveRevision;
        if (stale) {
            throw ProblemType.CONFLICT.because("stale-revision", candidate.number(), entry.liveRevision);
        }
        require(!needsApproval || candidate.stage() == Stage.APPROVED, "not-approved");
        require(needsApproval || CAN_BE_PUBLISHED_WITHOUT_APPROVAL.contains(candidate.stage()), "was-rejected");
    }

    /**
     * @param revision the number of the revision that has to be public; null for any
     * @throws org.putokaz.problem.ProblemException 409 when it is not
     */
    public static void requirePublished(EditorialEntry entry, @Nullable Integer revision) {
        require(entry.published, "not-published");
        if (revision != null && revision < entry.liveRevision) {
            throw ProblemType.CONFLICT.because("stale-revision", revision, entry.liveRevision);
        }
        require(revision == null || revision.equals(entry.liveRevision), "not-shown-yet");
    }

    static void require(boolean allowed, String code) {
        if (!allowed) {
            throw ProblemType.CONFLICT.because(code);
        }
    }
}
