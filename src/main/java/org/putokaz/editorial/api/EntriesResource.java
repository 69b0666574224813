package org.putokaz.editorial.api;

import org.putokaz.editorial.EditorialConfig;
import org.putokaz.editorial.draft.ContentPatch;
import org.putokaz.editorial.draft.DraftRequest;
import org.putokaz.editorial.draft.DraftService;
import org.putokaz.editorial.draft.IdempotencyService;
import org.putokaz.editorial.draft.ReviewService;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.preview.PreviewService;
import org.putokaz.editorial.preview.PreviewView;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublicationStepRequest;
import org.putokaz.editorial.publish.PublishEntryService;
import org.putokaz.editorial.publish.TransitionRequests;
import org.putokaz.editorial.revision.DiffView;
import org.putokaz.editorial.revision.RevisionPage;
import org.putokaz.editorial.revision.RevisionQueryService;
import org.putokaz.editorial.revision.RevisionView;
import org.putokaz.editorial.schedule.EntryScheduleService;
import org.putokaz.editorial.schedule.ScheduleRequest;
import org.putokaz.editorial.schedule.ScheduleTimeParser;
import org.putokaz.editorial.set.ScheduleValidator;
import org.putokaz.http.request.IfMatch;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The editorial side of a family. Editors write; what the public sees is changed by approvers. */
@RolesAllowed(Role.Names.EDITOR)
abstract class EntriesResource implements EntriesApi {

    private final String family;
    private final Workshop workshop;
    private final CurrentActor actor;

    EntriesResource(String family, Workshop workshop, CurrentActor actor) {
        this.family = family;
        this.workshop = workshop;
        this.actor = actor;
    }

    /** What all families' resources work with. */
    @jakarta.inject.Singleton
    record Workshop(
            DraftService desk,
            ReviewService review,
            PublishEntryService publishing,
            ScheduleValidator scheduleGate,
            EntryScheduleService scheduling,
            Clock clock,
            IdempotencyService attempts,
            EntryViewService views,
            EntryListService list,
            RevisionQueryService revisions,
            PreviewService previews,
            EditorialConfig config) {}

    @Override
    public EntryView create(@Nullable String key, InputStream body) {
        Actor editor = actor.get();
        byte[] bytes = JsonBodyReader.readBytes(body, DraftRequest.MAX_BYTES);
        DraftRequest input = DraftRequest.parse(bytes);
        UUID made =
                workshop.attempts.executeOnce(editor, key, family, bytes, () -> workshop.desk.create(family, input, editor));
        return workshop.views.viewAfterWrite(family, made, EditorialEntry.FIRST_VERSION);
    }

    @Override
    public EntryPage list(EntryListParameters filter) {
        return workshop.list.page(family, filter);
    }

    @Override
    public EntryView get(String id) {
        return workshop.views.of(family, entryId(id));
    }

    @Override
    public EntryView replace(String id, @Nullable String ifMatch, InputStream body) {
        DraftRequest input = DraftRequest.parse(JsonBodyReader.readBytes(body, DraftRequest.MAX_BYTES));
        long version = workshop.desk.replace(family, entryId(id), IfMatch.parse(ifMatch), input, actor.get());
        return workshop.views.viewAfterWrite(family, entryId(id), version);
    }

    @Override
    public EntryView patch(String id, @Nullable String ifMatch, @Nullable String contentType, InputStream body) {
        ContentPatch patch = ContentPatch.forContentType(contentType);
        byte[] bytes = JsonBodyReader.readBytes(body, DraftRequest.MAX_BYTES);
        long version = workshop.desk.patch(
                family,
                entryId(id),
                IfMatch.parse(ifMatch),
                (JsonNode content) -> patch.apply(content, bytes),
                actor.get());
        return workshop.views.viewAfterWrite(family, entryId(id), version);
    }

    @Override
    public EntryView submit(String id, @Nullable String ifMatch, InputStream body) {
        TransitionRequests.read(body, TransitionRequests.EmptyRequest.class);
        long version = workshop.review.submit(family, entryId(id), IfMatch.parse(ifMatch), actor.get());
        return workshop.views.viewAfterWrite(family, entryId(id), version);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView approve(String id, @Nullable String ifMatch, InputStream body) {
        TransitionRequests.read(body, TransitionRequests.EmptyRequest.class);
        long version = workshop.review.approve(family, entryId(id), IfMatch.parse(ifMatch), actor.get());
        return workshop.views.viewAfterWrite(family, entryId(id), version);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView reject(String id, @Nullable String ifMatch, InputStream body) {
        String why = TransitionRequests.read(body, TransitionRequests.RejectRequest.class)
                .reason();
        long version = workshop.review.reject(family, entryId(id), IfMatch.parse(ifMatch), why, actor.get());
        return workshop.views.viewAfterWrite(family, entryId(id), version);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView publish(String id, @Nullable String ifMatch, InputStream body) {
        PublicationStep step = TransitionRequests.read(body, TransitionRequests.PublishRequest.class)
                .toStep(entryId(id));
        long version = workshop.publishing.execute(family, step, IfMatch.parse(ifMatch), actor.get());
        return workshop.views.viewAfterPublish(family, entryId(id), version);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView withdraw(String id, @Nullable String ifMatch, InputStream body) {
        PublicationStep step = TransitionRequests.read(body, TransitionRequests.WithdrawRequest.class)
                .toStep(entryId(id));
        long version = workshop.publishing.execute(family, step, IfMatch.parse(ifMatch), actor.get());
        return workshop.views.viewAfterWrite(family, entryId(id), version);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView schedule(String id, @Nullable String ifMatch, InputStream body) {
        ScheduleRequest input = TransitionRequests.read(body, ScheduleRequest.class);
        PublicationStepRequest what = input.toStepRequest();
        IfMatch seen = IfMatch.parse(ifMatch);
        PublicationStep step = workshop.scheduleGate.admit(family, entryId(id), seen, what);
        Instant at = ScheduleTimeParser.parseFuture(input.at(), workshop.clock.instant());
        long version = workshop.scheduling.schedule(entryId(id), seen, step, at, actor.get());
        return workshop.views.viewAfterWrite(family, entryId(id), version);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView unschedule(String id, @Nullable String ifMatch) {
        long version = workshop.scheduling.unschedule(family, entryId(id), IfMatch.parse(ifMatch), actor.get());
        return workshop.views.viewAfterWrite(family, entryId(id), version);
    }

    @Override
    public RevisionPage revisions(String id, @Nullable String limit, @Nullable String cursor) {
        return workshop.revisions.page(family, entryId(id), limit, cursor);
    }

    @Override
    public RevisionView revision(String id, String number) {
        return workshop.revisions.one(family, entryId(id), revisionNumber(number));
    }

    @Override
    public DiffView diff(String id, String number, @Nullable String to) {
        Integer other = to == null ? null : QueryParameterParser.number("to", to, 1, Integer.MAX_VALUE, 1);
        return workshop.revisions.diff(family, entryId(id), revisionNumber(number), other);
    }

    @Override
    public EntryView restore(String id, String number, @Nullable String ifMatch, InputStream body) {
        TransitionRequests.read(body, TransitionRequests.EmptyRequest.class);
        long version =
                workshop.desk.restore(family, entryId(id), IfMatch.parse(ifMatch), revisionNumber(number), actor.get());
        return workshop.views.viewAfterWrite(family, entryId(id), version);
    }

    @Override
    public PreviewView preview(String id, String number, InputStream body) {
        Duration good = TransitionRequests.read(body, TransitionRequests.PreviewRequest.class)
                .duration(workshop.config.preview());
        PreviewService.Made made =
                workshop.previews.make(family, entryId(id), revisionNumber(number), good, actor.get());
        return new PreviewView("/preview/v1/" + made.link(), made.until());
    }

    /** Something that cannot be an id is the id of nothing. */
    static UUID entryId(String raw) {
        if (!QueryParameterParser.isId(raw)) {
            throw ProblemType.NOT_FOUND.because("no-such-entry");
        }
        return Objects.requireNonNull(QueryParameterParser.id("id", raw));
    }

    private static int revisionNumber(String raw) {
        if (!raw.matches("[1-9][0-9]{0,8}")) {
            throw ProblemType.NOT_FOUND.because("no-such-revision", raw.length() > 20 ? "" : raw);
        }
        return Integer.parseInt(raw);
    }
}
