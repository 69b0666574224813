package org.putokaz.editorial.set;

import org.putokaz.editorial.draft.IdempotencyService;
import org.putokaz.editorial.publish.TransitionRequests;
import org.putokaz.editorial.schedule.ScheduleTimeParser;
import org.putokaz.http.request.IfMatch;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Editors put sets together; approvers let them out. */
@RolesAllowed(Role.Names.EDITOR)
class PublishingSetsResource implements PublishingSetsApi {

    /** Five hundred members with a note each, in three languages. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final Workshop workshop;
    private final CurrentActor actor;

    @Inject
    PublishingSetsResource(Workshop workshop, CurrentActor actor) {
        this.workshop = workshop;
        this.actor = actor;
    }

    /** What this resource works with. */
    @jakarta.inject.Singleton
    record Workshop(
            PublishingSetService desk,
            PublishingSetReviewService review,
            ScheduleValidator gate,
            PublishingSetScheduleService scheduling,
            IdempotencyService attempts,
            PublishingSetViewMapper views,
            PublishingSetListService list,
            Clock clock) {}

    @Override
    public PublishingSetView create(@Nullable String key, InputStream body) {
        Actor editor = actor.get();
        byte[] bytes = JsonBodyReader.readBytes(body, MOST_BYTES);
        PublishingSetRequest input = PublishingSetRequest.read(bytes);
        UUID made = workshop.attempts.executeOnce(
                editor, key, PublishingSetViewMapper.BASE_PATH, bytes, () -> workshop.desk.create(input, editor));
        return workshop.views.view(made);
    }

    @Override
    public PublishingSetPage list(PublishingSetListParameters filter) {
        return workshop.list.page(filter);
    }

    @Override
    public PublishingSetView get(String id) {
        return workshop.views.view(setId(id));
    }

    @Override
    public PublishingSetView replace(String id, @Nullable String ifMatch, InputStream body) {
        PublishingSetRequest input = PublishingSetRequest.read(JsonBodyReader.readBytes(body, MOST_BYTES));
        workshop.desk.replace(setId(id), IfMatch.parse(ifMatch), input, actor.get());
        return workshop.views.view(setId(id));
    }

    @Override
    public PublishingSetView cancel(String id, @Nullable String ifMatch) {
        workshop.desk.cancel(setId(id), IfMatch.parse(ifMatch), actor.get());
        return workshop.views.view(setId(id));
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public PublishingSetView approve(String id, @Nullable String ifMatch, InputStream body) {
        TransitionRequests.read(body, TransitionRequests.EmptyRequest.class);
        workshop.review.approve(setId(id), IfMatch.parse(ifMatch), actor.get());
        return workshop.views.view(setId(id));
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public PublishingSetView publish(String id, @Nullable String ifMatch, InputStream body) {
        TransitionRequests.read(body, TransitionRequests.EmptyRequest.class);
        workshop.desk.publish(setId(id), IfMatch.parse(ifMatch), actor.get());
        return workshop.views.view(setId(id));
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public PublishingSetView schedule(String id, @Nullable String ifMatch, InputStream body) {
        IfMatch seen = IfMatch.parse(ifMatch);
        Instant at = ScheduleTimeParser.parseFuture(
                TransitionRequests.read(body, Moment.class).at(), workshop.clock.instant());
        workshop.gate.admit(setId(id), seen);
        workshop.scheduling.schedule(setId(id), seen, at, actor.get());
        return workshop.views.view(setId(id));
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public PublishingSetView unschedule(String id, @Nullable String ifMatch) {
        workshop.scheduling.unschedule(setId(id), IfMatch.parse(ifMatch), actor.get());
        return workshop.views.view(setId(id));
    }

    /** Something that cannot be an id is the id of nothing. */
    private static UUID setId(String raw) {
        if (!QueryParameterParser.isId(raw)) {
            throw ProblemType.NOT_FOUND.because("no-such-set");
        }
        return Objects.requireNonNull(QueryParameterParser.id("id", raw));
    }
}
