package org.putokaz.editorial.replacement;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.putokaz.editorial.draft.DraftRequest;
import org.putokaz.editorial.draft.DraftService;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.ReferencePointers;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.problem.ProblemException;
import org.putokaz.security.Actor;

/**
 * Creation of the drafts of a set that replaces an entry, and their end when the set is cancelled. No revision is ever removed: a
 * text is restored by saving it again. The caller holds the locks of the set and of the entries.
 */
@ApplicationScoped
public class ReplacementDraftService {

    private final EditorialEntryRepository entries;
    private final DraftService drafts;
    private final ReplacementDraftRepository repository;

    @Inject
    ReplacementDraftService(
            EditorialEntryRepository entries, DraftService drafts, ReplacementDraftRepository repository) {
        this.entries = entries;
        this.drafts = drafts;
        this.repository = repository;
    }

    /**
     * Saves a draft of an entry that names the replacement where it named the replaced one. The replacement itself cannot name
     * itself: where it named the replaced entry it takes over what that one names.
     *
     * @throws ProblemException 409 when the text of the entry was destroyed
     */
    public ReplacementDraft create(EditorialEntry entry, EditorialEntry replaced, UUID replacement, Actor actor) {
        Revision newest = entries.newestRevision(entry);
        newest.requireNotRedacted();
        JsonNode content = entry.id.equals(replacement)
                ? ReferencePointers.adopt(
                        newest.content(),
                        replaced.id,
                        entries.newestRevision(replaced).content())
                : ReferencePointers.replace(newest.content(), replaced.id, replacement);
        drafts.save(entry, new DraftRequest(null, null, null), content, actor);
        return new ReplacementDraft(entry.id, entry.newestRevision, newest.number());
    }

    /** Records which drafts a set has made. */
    public void record(UUID set, List<ReplacementDraft> made) {
        made.forEach(draft -> repository.add(ReplacementDraftEntity.of(set, draft)));
    }

    /** The entries of which a set has made drafts. */
    public List<UUID> findEntries(UUID set) {
        return repository.findBySet(set).stream()
                .map(draft -> draft.key.entryId())
                .toList();
    }

    /**
     * Ends the drafts of a set that is cancelled, and records what became of each.
     *
     * @return how many stay
     */
    public int cancel(UUID set, CancelledDrafts handling, Actor actor) {
        int kept = 0;
        for (ReplacementDraftEntity draft : repository.findBySet(set)) {
            draft.outcome = cancel(draft, handling, actor);
            if (draft.outcome != ReplacementDraftOutcome.RESTORED) {
                kept++;
            }
        }
        return kept;
    }

    private ReplacementDraftOutcome cancel(ReplacementDraftEntity draft, CancelledDrafts handling, Actor actor) {
        EditorialEntry entry = entries.find(draft.key.entryId()).orElseThrow();
        if (entry.newestRevision != draft.revision) {
            return ReplacementDraftOutcome.KEPT_EDITED;
        }
        if (entry.liveRevision != null && entry.liveRevision == draft.revision) {
            return ReplacementDraftOutcome.KEPT_PUBLISHED;
        }
        if (handling == CancelledDrafts.KEEP) {
            return ReplacementDraftOutcome.KEPT_ON_REQUEST;
        }
        return repository.isPlannedElsewhere(draft)
                ? ReplacementDraftOutcome.KEPT_PLANNED
                : restore(entry, draft.earlierRevision, actor);
    }

    private ReplacementDraftOutcome restore(EditorialEntry entry, int earlier, Actor actor) {
        try {
            drafts.restore(entry, earlier, actor);
            return ReplacementDraftOutcome.RESTORED;
        } catch (ProblemException refused) {
            return ReplacementDraftOutcome.KEPT_REFUSED;
        }
    }
}
