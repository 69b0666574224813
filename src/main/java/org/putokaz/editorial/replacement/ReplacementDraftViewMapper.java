package org.putokaz.editorial.replacement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.http.request.RequestContext;
import org.putokaz.problem.Message;

/** Mapper of the drafts that a publishing set has made to their views, in the language of the request. */
@ApplicationScoped
public class ReplacementDraftViewMapper {

    private final ReplacementDraftRepository repository;
    private final EditorialEntryRepository entries;
    private final MessageCatalogue messages;
    private final RequestContext context;

    @Inject
    ReplacementDraftViewMapper(
            ReplacementDraftRepository repository,
            EditorialEntryRepository entries,
            MessageCatalogue messages,
            RequestContext context) {
        this.repository = repository;
        this.entries = entries;
        this.messages = messages;
        this.context = context;
    }

    /** The drafts of a set, by the id of their entries; none for a set that replaces nothing. Must be called in a transaction. */
    public List<ReplacementDraftView> views(UUID set) {
        return repository.findBySet(set).stream().map(this::view).toList();
    }

    private ReplacementDraftView view(ReplacementDraftEntity draft) {
        EditorialEntry entry = entries.find(draft.key.entryId()).orElseThrow();
        return new ReplacementDraftView(
                entry.id,
                entry.family,
                entry.slug,
                entry.name,
                draft.revision,
                draft.earlierRevision,
                draft.outcome,
                message(draft));
    }

    private @Nullable String message(ReplacementDraftEntity draft) {
        return draft.outcome == null
                ? null
                : messages.text(Message.of(draft.outcome.messageCode(), draft.revision), context.language());
    }
}
