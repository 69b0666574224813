package org.putokaz.editorial.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.putokaz.editorial.draft.DraftService;
import org.putokaz.editorial.preview.PreviewLinkService;
import org.putokaz.editorial.revision.RevisionQueryService;
import org.putokaz.security.CurrentActor;

/** Resource of {@code /editorial/v1/history-events}: the drafts and states of history events. */
@Path("/editorial/v1/history-events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: history events")
class EventEntriesResource extends EntriesResource {

    @Inject
    EventEntriesResource(
            DraftService drafts,
            EntryTransitionService transitions,
            EntryViewService views,
            EntryListService lists,
            RevisionQueryService revisions,
            PreviewLinkService previewLinks,
            CurrentActor actor) {
        super(drafts, transitions, views, lists, revisions, previewLinks, actor);
    }

    @Override
    String family() {
        return "history-events";
    }
}
