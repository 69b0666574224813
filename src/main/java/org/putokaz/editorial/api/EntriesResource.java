package org.putokaz.editorial.api;

import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.check.EntryReferencesView;
import org.putokaz.editorial.draft.ContentPatch;
import org.putokaz.editorial.draft.DraftPatch;
import org.putokaz.editorial.draft.DraftRequest;
import org.putokaz.editorial.draft.DraftService;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EntryIdParser;
import org.putokaz.editorial.preview.PreviewLinkService;
import org.putokaz.editorial.preview.PreviewView;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublicationStepRequest;
import org.putokaz.editorial.publish.TransitionRequests;
import org.putokaz.editorial.revision.DiffView;
import org.putokaz.editorial.revision.RevisionPage;
import org.putokaz.editorial.revision.RevisionQueryService;
import org.putokaz.editorial.revision.RevisionView;
import org.putokaz.editorial.schedule.ScheduleRequest;
import org.putokaz.http.request.IfMatch;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;

/**
 * Resource of the entries of one family, below {@code /editorial/v1/<family>}; one subclass for each family. Content is
 * written through {@link DraftService}, state is changed through {@link EntryTransitionService}. Changes of what is
 * public need the role of an approver.
 */
@RolesAllowed(Role.Names.EDITOR)
abstract class EntriesResource implements EntriesApi, EntryTransitionsApi, EntryRevisionsApi {

    private final DraftService drafts;
    private final EntryTransitionService transitions;
    private final EntryViewService views;
    private final EntryListService lists;
    private final RevisionQueryService revisions;
    private final PreviewLinkService previewLinks;
    private final CurrentActor actor;

    EntriesResource(
            DraftService drafts,
            EntryTransitionService transitions,
            EntryViewService views,
            EntryListService lists,
            RevisionQueryService revisions,
            PreviewLinkService previewLinks,
            CurrentActor actor) {
        this.drafts = drafts;
        this.transitions = transitions;
        this.views = views;
        this.lists = lists;
        this.revisions = revisions;
        this.previewLinks = previewLinks;
        this.actor = actor;
    }

    /** The name of the family, as it is in the path. */
    abstract String family();

    @Override
    public EntryView create(@Nullable String key, InputStream body) {
        byte[] bytes = JsonBodyReader.readBytes(body, DraftRequest.MAX_BYTES);
        UUID entry = drafts.create(family(), key, bytes, actor.get());
        return views.viewAfterWrite(family(), entry, EditorialEntry.FIRST_VERSION);
    }

    @Override
    public EntryPage list(EntryListParameters filter) {
        return lists.page(family(), filter);
    }

    @Override
    public EntryView get(String id) {
        return views.view(family(), EntryIdParser.parse(id));
    }

    @Override
    public EntryView replace(String id, @Nullable String ifMatch, InputStream body) {
        DraftRequest request = DraftRequest.parse(JsonBodyReader.readBytes(body, DraftRequest.MAX_BYTES));
        UUID entry = EntryIdParser.parse(id);
        long version = drafts.replace(family(), entry, IfMatch.parse(ifMatch), request, actor.get());
        return views.viewAfterWrite(family(), entry, version);
    }

    @Override
    public EntryView patch(String id, @Nullable String ifMatch, @Nullable String contentType, InputStream body) {
        ContentPatch format = ContentPatch.forContentType(contentType);
        DraftPatch patch = DraftPatch.parse(format, JsonBodyReader.readBytes(body, DraftRequest.MAX_BYTES));
        UUID entry = EntryIdParser.parse(id);
        long version = drafts.patch(family(), entry, IfMatch.parse(ifMatch), patch, actor.get());
        return views.viewAfterWrite(family(), entry, version);
    }

    @Override
    public EntryView submit(String id, @Nullable String ifMatch, InputStream body) {
        TransitionRequests.read(body, TransitionRequests.EmptyRequest.class);
        return transitions.submit(family(), EntryIdParser.parse(id), IfMatch.parse(ifMatch));
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView approve(String id, @Nullable String ifMatch, InputStream body) {
        TransitionRequests.read(body, TransitionRequests.EmptyRequest.class);
        return transitions.approve(family(), EntryIdParser.parse(id), IfMatch.parse(ifMatch));
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView reject(String id, @Nullable String ifMatch, InputStream body) {
        String reason = TransitionRequests.read(body, TransitionRequests.RejectRequest.class)
                .reason();
        return transitions.reject(family(), EntryIdParser.parse(id), IfMatch.parse(ifMatch), reason);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView publish(String id, @Nullable String ifMatch, @Nullable String dryRun, InputStream body) {
        PublicationStep step = TransitionRequests.read(body, TransitionRequests.PublishRequest.class)
                .toStep(EntryIdParser.parse(id));
        IfMatch seen = IfMatch.parse(ifMatch);
        return isDryRun(dryRun) ? transitions.dryRun(family(), step, seen) : transitions.publish(family(), step, seen);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView withdraw(String id, @Nullable String ifMatch, @Nullable String dryRun, InputStream body) {
        PublicationStep step = TransitionRequests.read(body, TransitionRequests.WithdrawRequest.class)
                .toStep(EntryIdParser.parse(id));
        IfMatch seen = IfMatch.parse(ifMatch);
        return isDryRun(dryRun) ? transitions.dryRun(family(), step, seen) : transitions.withdraw(family(), step, seen);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView schedule(String id, @Nullable String ifMatch, InputStream body) {
        ScheduleRequest request = TransitionRequests.read(body, ScheduleRequest.class);
        PublicationStepRequest step = request.toStepRequest();
        IfMatch seen = IfMatch.parse(ifMatch);
        return transitions.schedule(family(), EntryIdParser.parse(id), seen, step, request.at());
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView unschedule(String id, @Nullable String ifMatch) {
        return transitions.unschedule(family(), EntryIdParser.parse(id), IfMatch.parse(ifMatch));
    }

    private static boolean isDryRun(@Nullable String dryRun) {
        return Boolean.TRUE.equals(QueryParameterParser.flag("dryRun", dryRun));
    }

    @Override
    public EntryReferencesView references(String id) {
        return views.references(family(), EntryIdParser.parse(id));
    }

    @Override
    public RevisionPage revisions(String id, @Nullable String limit, @Nullable String cursor) {
        return revisions.page(family(), EntryIdParser.parse(id), limit, cursor);
    }

    @Override
    public RevisionView revision(String id, String number) {
        return revisions.get(family(), EntryIdParser.parse(id), revisionNumber(number));
    }

    @Override
    public DiffView diff(String id, String number, @Nullable String to) {
        Integer other = to == null ? null : QueryParameterParser.number("to", to, 1, Integer.MAX_VALUE, 1);
        return revisions.diff(family(), EntryIdParser.parse(id), revisionNumber(number), other);
    }

    @Override
    public EntryView restore(String id, String number, @Nullable String ifMatch, InputStream body) {
        TransitionRequests.read(body, TransitionRequests.EmptyRequest.class);
        UUID entry = EntryIdParser.parse(id);
        long version = drafts.restore(family(), entry, IfMatch.parse(ifMatch), revisionNumber(number), actor.get());
        return views.viewAfterWrite(family(), entry, version);
    }

    @Override
    public PreviewView preview(String id, String number, InputStream body) {
        Duration validity = TransitionRequests.read(body, TransitionRequests.PreviewRequest.class)
                .duration(previewLinks.defaultValidity());
        return previewLinks.create(family(), EntryIdParser.parse(id), revisionNumber(number), validity, actor.get());
    }

    private static int revisionNumber(String raw) {
        if (!raw.matches("[1-9][0-9]{0,8}")) {
            throw ProblemType.NOT_FOUND.because("no-such-revision", raw.length() > 20 ? "" : raw);
        }
        return Integer.parseInt(raw);
    }
}
