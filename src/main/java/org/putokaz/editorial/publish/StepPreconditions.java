package org.putokaz.editorial.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.putokaz.editorial.EditorialConfig;
import org.putokaz.editorial.check.TranslationChecker;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.RevisionState;
import org.putokaz.editorial.entry.TransitionRules;
import org.putokaz.problem.Message;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Check whether the editorial states of entries allow publication steps: approved where approval is needed, not stale,
 * not published already. What speaks against the texts is found by {@link PublicationGate}.
 */
@ApplicationScoped
public class StepPreconditions {

    private final EditorialEntryRepository entries;
    private final EditorialConfig config;
    private final TranslationChecker translations;

    @Inject
    StepPreconditions(EditorialEntryRepository entries, EditorialConfig config, TranslationChecker translations) {
        this.entries = entries;
        this.config = config;
        this.translations = translations;
    }

    /** Whether a second person has to approve entries of the family before they are published. */
    public boolean needsApproval(String family) {
        return config.approval().contains(family);
    }

    /** The reason why each step is not allowed now, by entry, in the order of the steps; allowed steps have none. */
    public Map<UUID, Message> blockingReasons(List<PublicationStep> steps) {
        Map<UUID, Message> reasons = new LinkedHashMap<>();
        for (PublicationStep step : steps) {
            blockingReason(step).ifPresent(reason -> reasons.put(step.entry(), reason));
        }
        return reasons;
    }

    private Optional<Message> blockingReason(PublicationStep step) {
        try {
            requireAllowed(step);
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused.detail());
        }
    }

    /** @throws ProblemException 409 when the stage of the revision does not allow its publication */
    public void requirePublishable(EditorialEntry entry, RevisionState candidate) {
        TransitionRules.requirePublishable(entry, candidate, needsApproval(entry.family));
    }

    /** @throws StepsNotAllowedException when the state of any entry does not allow its step */
    public void requireAllAllowed(List<PublicationStep> steps) {
        Map<UUID, Message> reasons = blockingReasons(steps);
        if (!reasons.isEmpty()) {
            throw new StepsNotAllowedException(reasons);
        }
    }

    /** @throws ProblemException 409 with the reason, whatever it is, when the step is not allowed now */
    public void requireNoConflict(PublicationStep step) {
        blockingReason(step).ifPresent(reason -> {
            throw ProblemType.CONFLICT.because(reason.code(), reason.arguments().toArray());
        });
    }

    /**
     * Refuses to confirm translations that the step cannot confirm, as nothing would come of it.
     *
     * @param pointer to the step in the body of the request
     * @throws ProblemException 422 with each language that is not offered or has no text in the revision
     */
    void requireConfirmable(PublicationStep step, String pointer) {
        entries.find(step.entry()).ifPresent(entry -> {
            List<Violation> violations = translations.findUnconfirmable(
                    entry, step.revisionOrNewest(entry), step.stillCurrent(), pointer + "/stillCurrent");
            if (!violations.isEmpty()) {
                throw ProblemType.INVALID_CONTENT.with(violations);
            }
        });
    }

    /**
     * @throws ProblemException 404 when there is no such entry or revision, 409 when the state of the entry does not
     *     allow the step
     */
    void requireAllowed(PublicationStep step) {
        EditorialEntry entry =
                entries.find(step.entry()).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-entry"));
        if (step.action() == PublicationStep.Action.WITHDRAW) {
            TransitionRules.requirePublished(entry, step.revision());
        } else {
            requirePublishable(
                    entry, entries.revision(entry, step.revisionOrNewest(entry)).state());
        }
    }
}
