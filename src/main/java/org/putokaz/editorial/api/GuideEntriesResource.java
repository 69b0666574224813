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

/** Resource of {@code /editorial/v1/help-guides}: the drafts and states of help guides. */
@Path("/editorial/v1/help-guides")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: help guides")
class GuideEntriesResource extends EntriesResource {

    @Inject
    GuideEntriesResource(
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
        return "help-guides";
    }
}
