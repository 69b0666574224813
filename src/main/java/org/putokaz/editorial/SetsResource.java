package org.putokaz.editorial;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.IfMatch;
import org.putokaz.http.Parameters;
import org.putokaz.http.StrictJson;
import org.putokaz.problem.Problem;
import org.putokaz.security.Actor;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;

/** Editors put sets together; approvers let them out. */
@RolesAllowed(Role.Names.EDITOR)
class SetsResource implements SetsApi {

    /** Five hundred members with a note each, in three languages. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final Workshop workshop;
    private final CurrentActor actor;

    @Inject
    SetsResource(Workshop workshop, CurrentActor actor) {
        this.workshop = workshop;
        this.actor = actor;
    }

    /** What this resource works with. */
    @jakarta.inject.Singleton
    record Workshop(
            SetDesk desk,
            SetReview review,
            ScheduleGate gate,
            SetScheduling scheduling,
            Attempts attempts,
            SetViews views,
            SetList list,
            Clock clock) {}

    @Override
    public SetView create(@Nullable String key, InputStream body) {
        Actor editor = actor.get();
        byte[] bytes = StrictJson.bytes(body, MOST_BYTES);
        SetInput input = SetInput.read(bytes);
        UUID made =
                workshop.attempts.once(editor, key, SetViews.BASE, bytes, () -> workshop.desk.create(input, editor));
        return workshop.views.of(made);
    }

    @Override
    public SetPage list(SetFilter filter) {
        return workshop.list.page(filter);
    }

    @Override
    public SetView get(String id) {
        return workshop.views.of(setId(id));
    }

    @Override
    public SetView replace(String id, @Nullable String ifMatch, InputStream body) {
        SetInput input = SetInput.read(StrictJson.bytes(body, MOST_BYTES));
        workshop.desk.replace(setId(id), IfMatch.read(ifMatch), input, actor.get());
        return workshop.views.of(setId(id));
    }

    @Override
    public SetView cancel(String id, @Nullable String ifMatch) {
        workshop.desk.cancel(setId(id), IfMatch.read(ifMatch), actor.get());
        return workshop.views.of(setId(id));
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public SetView approve(String id, @Nullable String ifMatch, InputStream body) {
        Inputs.read(body, Inputs.Nothing.class);
        workshop.review.approve(setId(id), IfMatch.read(ifMatch), actor.get());
        return workshop.views.of(setId(id));
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public SetView publish(String id, @Nullable String ifMatch, InputStream body) {
        Inputs.read(body, Inputs.Nothing.class);
        workshop.desk.publish(setId(id), IfMatch.read(ifMatch), actor.get());
        return workshop.views.of(setId(id));
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public SetView schedule(String id, @Nullable String ifMatch, InputStream body) {
        IfMatch seen = IfMatch.read(ifMatch);
        Instant at = Moments.ahead(Inputs.read(body, Moment.class).at(), workshop.clock.instant());
        workshop.gate.admit(setId(id), seen);
        workshop.scheduling.put(setId(id), seen, at, actor.get());
        return workshop.views.of(setId(id));
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public SetView unschedule(String id, @Nullable String ifMatch) {
        workshop.scheduling.cancel(setId(id), IfMatch.read(ifMatch), actor.get());
        return workshop.views.of(setId(id));
    }

    /** Something that cannot be an id is the id of nothing. */
    private static UUID setId(String raw) {
        if (!Parameters.isId(raw)) {
            throw Problem.NOT_FOUND.because("no-such-set");
        }
        return Objects.requireNonNull(Parameters.id("id", raw));
    }
}
