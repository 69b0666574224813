package org.putokaz.editorial.set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.publish.TransitionRequests;
import org.putokaz.editorial.schedule.ScheduleTimeParser;
import org.putokaz.http.request.IfMatch;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;

/**
 * {@code /editorial/v1/publishing-sets/{id}/…}: approval, publication and scheduling of publishing sets by {@link
 * PublishingSetReviewService}, {@link PublishSetService} and {@link PublishingSetScheduleService}.
 */
@RolesAllowed(Role.Names.APPROVER)
class PublishingSetTransitionsResource implements PublishingSetTransitionsApi {

    private final PublishingSetReviewService reviews;
    private final PublishSetService publications;
    private final PublishingSetScheduleValidator scheduleValidator;
    private final PublishingSetScheduleService schedules;
    private final PublishingSetViewService views;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    PublishingSetTransitionsResource(
            PublishingSetReviewService reviews,
            PublishSetService publications,
            PublishingSetScheduleValidator scheduleValidator,
            PublishingSetScheduleService schedules,
            PublishingSetViewService views,
            CurrentActor actor,
            Clock clock) {
        this.reviews = reviews;
        this.publications = publications;
        this.scheduleValidator = scheduleValidator;
        this.schedules = schedules;
        this.views = views;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public PublishingSetView approve(String id, @Nullable String ifMatch, InputStream body) {
        TransitionRequests.read(body, TransitionRequests.EmptyRequest.class);
        UUID setId = SetIdParser.parse(id);
        reviews.approve(setId, IfMatch.parse(ifMatch), actor.get());
        return views.view(setId);
    }

    @Override
    public PublishingSetView publish(String id, @Nullable String ifMatch, InputStream body) {
        TransitionRequests.read(body, TransitionRequests.EmptyRequest.class);
        UUID setId = SetIdParser.parse(id);
        publications.publish(setId, IfMatch.parse(ifMatch), actor.get());
        return views.view(setId);
    }

    @Override
    public PublishingSetView schedule(String id, @Nullable String ifMatch, InputStream body) {
        IfMatch condition = IfMatch.parse(ifMatch);
        PublishingSetScheduleRequest request = TransitionRequests.read(body, PublishingSetScheduleRequest.class);
        Instant at = ScheduleTimeParser.parseFuture(request.at(), clock.instant());
        UUID setId = SetIdParser.parse(id);
        scheduleValidator.validate(setId, condition);
        schedules.schedule(setId, condition, at, actor.get());
        return views.view(setId);
    }

    @Override
    public PublishingSetView unschedule(String id, @Nullable String ifMatch) {
        UUID setId = SetIdParser.parse(id);
        schedules.unschedule(setId, IfMatch.parse(ifMatch), actor.get());
        return views.view(setId);
    }
}
