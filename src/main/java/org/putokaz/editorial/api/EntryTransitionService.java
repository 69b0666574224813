package org.putokaz.editorial.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.draft.ReviewService;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublicationStepRequest;
import org.putokaz.editorial.publish.PublishEntryService;
import org.putokaz.editorial.schedule.EntryScheduleService;
import org.putokaz.editorial.schedule.EntryScheduleValidator;
import org.putokaz.editorial.schedule.ScheduleTimeParser;
import org.putokaz.http.request.IfMatch;
import org.putokaz.security.CurrentActor;

/**
 * State transitions of one entry on behalf of the current actor: review, publication, withdrawal and schedules. Each
 * changes the state and returns the entry as it is afterwards.
 *
 * <p>Not transactional itself: the change is one transaction, and the report in the response needs others.
 */
@ApplicationScoped
class EntryTransitionService {

    private final ReviewService reviews;
    private final PublishEntryService publications;
    private final EntryScheduleValidator scheduleValidator;
    private final EntryScheduleService schedules;
    private final EntryViewService views;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    EntryTransitionService(
            ReviewService reviews,
            PublishEntryService publications,
            EntryScheduleValidator scheduleValidator,
            EntryScheduleService schedules,
            EntryViewService views,
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

    EntryView submit(String family, UUID id, IfMatch ifMatch) {
        return views.viewAfterWrite(family, id, reviews.submit(family, id, ifMatch, actor.get()));
    }

    EntryView approve(String family, UUID id, IfMatch ifMatch) {
        return views.viewAfterWrite(family, id, reviews.approve(family, id, ifMatch, actor.get()));
    }

    EntryView reject(String family, UUID id, IfMatch ifMatch, @Nullable String reason) {
        return views.viewAfterWrite(family, id, reviews.reject(family, id, ifMatch, reason, actor.get()));
    }

    EntryView publish(String family, PublicationStep step, IfMatch ifMatch) {
        long version = publications.execute(family, step, ifMatch, actor.get());
        return views.viewAfterPublish(family, step.entry(), version);
    }

    /** The entry as it is, with what the step would meet with; nothing is changed. */
    EntryView dryRun(String family, PublicationStep step, IfMatch ifMatch) {
        publications.requireAllowed(family, step, ifMatch);
        return views.viewOfDryRun(family, step);
    }

    EntryView withdraw(String family, PublicationStep step, IfMatch ifMatch) {
        long version = publications.execute(family, step, ifMatch, actor.get());
        return views.viewAfterWrite(family, step.entry(), version);
    }

    /** @param at the requested time, as RFC 3339 */
    EntryView schedule(String family, UUID id, IfMatch ifMatch, PublicationStepRequest request, @Nullable String at) {
        PublicationStep step = scheduleValidator.validate(family, id, ifMatch, request);
        Instant dueAt = ScheduleTimeParser.parseFuture(at, clock.instant());
        return views.viewAfterWrite(family, id, schedules.schedule(id, ifMatch, step, dueAt, actor.get()));
    }

    EntryView unschedule(String family, UUID id, IfMatch ifMatch) {
        return views.viewAfterWrite(family, id, schedules.unschedule(family, id, ifMatch, actor.get()));
    }
}
