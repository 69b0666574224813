package org.putokaz.editorial.set;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.putokaz.editorial.draft.DraftRequest;
import org.putokaz.editorial.draft.DraftService;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.ReferencePointers;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;

/**
 * Creation of a publishing set that withdraws an entry and leads the references to it to another: each entry that names it
 * gets a new draft, and the set publishes those that are published already.
 */
@ApplicationScoped
class ReplacementSetService {

    private final EditorialEntryRepository entries;
    private final DraftService drafts;
    private final PublishingSetService sets;

    @Inject
    ReplacementSetService(EditorialEntryRepository entries, DraftService drafts, PublishingSetService sets) {
        this.entries = entries;
        this.drafts = drafts;
        this.sets = sets;
    }

    /**
     * Creates the drafts and the set in one transaction.
     *
     * @return the id of the set
     * @throws org.putokaz.problem.ProblemException 422 when an entry is unknown, of another family or named by too many; 409
     *     when the text of one that names it was destroyed
     */
    @Transactional
    UUID create(ReplacementRequest request, Actor actor) {
        EditorialEntry entry = require(request.requiredEntry(), "/entry");
        EditorialEntry replacement = require(request.requiredReplacement(), "/replacedBy");
        if (!entry.family.equals(replacement.family)) {
            throw ProblemType.INVALID_CONTENT.with(
                    Violation.at("/replacedBy", "id-of-another-family", replacement.family));
        }
        List<EditorialEntry> referring = entries.findReferencing(entry.id, PublishingSetRequest.MAX_MEMBERS);
        if (referring.size() >= PublishingSetRequest.MAX_MEMBERS) {
            throw ProblemType.INVALID_CONTENT.with(
                    Violation.at("/entry", "too-many", PublishingSetRequest.MAX_MEMBERS - 1));
        }
        entries.lockAll(referring.stream().map(other -> other.id).toList());
        List<PublishingSetRequest.Member> members = new ArrayList<>();
        for (EditorialEntry other : referring) {
            if (!other.id.equals(replacement.id)) {
                moveReferences(other, entry.id, replacement.id, actor);
                if (other.published) {
                    members.add(member(other.id, PublicationStep.Action.PUBLISH, request));
                }
            }
        }
        members.add(member(entry.id, PublicationStep.Action.WITHDRAW, request));
        return sets.create(new PublishingSetRequest(request.name(), List.copyOf(members)), actor);
    }

    private EditorialEntry require(UUID id, String pointer) {
        return entries.find(id)
                .orElseThrow(() -> ProblemType.INVALID_CONTENT.with(Violation.at(pointer, "no-such-entry")));
    }

    private void moveReferences(EditorialEntry other, UUID from, UUID to, Actor actor) {
        Revision newest = entries.newestRevision(other);
        newest.requireNotRedacted();
        JsonNode content = ReferencePointers.replace(newest.content(), from, to);
        drafts.save(other, new DraftRequest(null, null, null), content, actor);
    }

    private static PublishingSetRequest.Member member(
            UUID entry, PublicationStep.Action action, ReplacementRequest request) {
        boolean withdrawal = action == PublicationStep.Action.WITHDRAW;
        return new PublishingSetRequest.Member(
                entry,
                action,
                null,
                null,
                null,
                withdrawal ? request.reasonOrReplaced() : null,
                withdrawal ? request.requiredReplacement() : null,
                null);
    }
}
