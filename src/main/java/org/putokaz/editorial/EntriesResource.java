package org.putokaz.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
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
            Desk desk,
            Review review,
            Publishing publishing,
            ScheduleGate scheduleGate,
            Scheduling scheduling,
            Clock clock,
            Attempts attempts,
            EntryViews views,
            EntryList list,
            RevisionList revisions,
            Previews previews,
            EditorialConfig config) {}

    @Override
    public EntryView create(@Nullable String key, InputStream body) {
        Actor editor = actor.get();
        byte[] bytes = StrictJson.bytes(body, DraftInput.MOST_BYTES);
        DraftInput input = DraftInput.read(bytes);
        UUID made =
                workshop.attempts.once(editor, key, family, bytes, () -> workshop.desk.create(family, input, editor));
        return workshop.views.afterWriting(family, made, Entry.FIRST_VERSION);
    }

    @Override
    public EntryPage list(EntryFilter filter) {
        return workshop.list.page(family, filter);
    }

    @Override
    public EntryView get(String id) {
        return workshop.views.of(family, entryId(id));
    }

    @Override
    public EntryView replace(String id, @Nullable String ifMatch, InputStream body) {
        DraftInput input = DraftInput.read(StrictJson.bytes(body, DraftInput.MOST_BYTES));
        long version = workshop.desk.replace(family, entryId(id), IfMatch.read(ifMatch), input, actor.get());
        return workshop.views.afterWriting(family, entryId(id), version);
    }

    @Override
    public EntryView patch(String id, @Nullable String ifMatch, @Nullable String contentType, InputStream body) {
        Patch patch = Patch.of(contentType);
        byte[] bytes = StrictJson.bytes(body, DraftInput.MOST_BYTES);
        long version = workshop.desk.patch(
                family,
                entryId(id),
                IfMatch.read(ifMatch),
                (JsonNode content) -> patch.apply(content, bytes),
                actor.get());
        return workshop.views.afterWriting(family, entryId(id), version);
    }

    @Override
    public EntryView submit(String id, @Nullable String ifMatch, InputStream body) {
        Inputs.read(body, Inputs.Nothing.class);
        long version = workshop.review.submit(family, entryId(id), IfMatch.read(ifMatch), actor.get());
        return workshop.views.afterWriting(family, entryId(id), version);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView approve(String id, @Nullable String ifMatch, InputStream body) {
        Inputs.read(body, Inputs.Nothing.class);
        long version = workshop.review.approve(family, entryId(id), IfMatch.read(ifMatch), actor.get());
        return workshop.views.afterWriting(family, entryId(id), version);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView reject(String id, @Nullable String ifMatch, InputStream body) {
        String why = Inputs.read(body, Inputs.Rejecting.class).reason();
        long version = workshop.review.reject(family, entryId(id), IfMatch.read(ifMatch), why, actor.get());
        return workshop.views.afterWriting(family, entryId(id), version);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView publish(String id, @Nullable String ifMatch, InputStream body) {
        Step step = Inputs.read(body, Inputs.Publishing.class).step(entryId(id));
        long version = workshop.publishing.one(family, step, IfMatch.read(ifMatch), actor.get());
        return workshop.views.afterPublishing(family, entryId(id), version);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView withdraw(String id, @Nullable String ifMatch, InputStream body) {
        Step step = Inputs.read(body, Inputs.Withdrawing.class).step(entryId(id));
        long version = workshop.publishing.one(family, step, IfMatch.read(ifMatch), actor.get());
        return workshop.views.afterWriting(family, entryId(id), version);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView schedule(String id, @Nullable String ifMatch, InputStream body) {
        ScheduleInput input = Inputs.read(body, ScheduleInput.class);
        StepInput what = input.what();
        IfMatch seen = IfMatch.read(ifMatch);
        Step step = workshop.scheduleGate.admit(family, entryId(id), seen, what);
        Instant at = Moments.ahead(input.at(), workshop.clock.instant());
        long version = workshop.scheduling.put(entryId(id), seen, step, at, actor.get());
        return workshop.views.afterWriting(family, entryId(id), version);
    }

    @Override
    @RolesAllowed(Role.Names.APPROVER)
    public EntryView unschedule(String id, @Nullable String ifMatch) {
        long version = workshop.scheduling.cancel(family, entryId(id), IfMatch.read(ifMatch), actor.get());
        return workshop.views.afterWriting(family, entryId(id), version);
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
        Integer other = to == null ? null : Parameters.number("to", to, 1, Integer.MAX_VALUE, 1);
        return workshop.revisions.diff(family, entryId(id), revisionNumber(number), other);
    }

    @Override
    public EntryView restore(String id, String number, @Nullable String ifMatch, InputStream body) {
        Inputs.read(body, Inputs.Nothing.class);
        long version =
                workshop.desk.restore(family, entryId(id), IfMatch.read(ifMatch), revisionNumber(number), actor.get());
        return workshop.views.afterWriting(family, entryId(id), version);
    }

    @Override
    public PreviewView preview(String id, String number, InputStream body) {
        Duration good = Inputs.read(body, Inputs.Previewing.class).duration(workshop.config.preview());
        Previews.Made made = workshop.previews.make(family, entryId(id), revisionNumber(number), good, actor.get());
        return new PreviewView("/preview/v1/" + made.link(), made.until());
    }

    /** Something that cannot be an id is the id of nothing. */
    static UUID entryId(String raw) {
        if (!Parameters.isId(raw)) {
            throw Problem.NOT_FOUND.because("no-such-entry");
        }
        return Objects.requireNonNull(Parameters.id("id", raw));
    }

    private static int revisionNumber(String raw) {
        if (!raw.matches("[1-9][0-9]{0,8}")) {
            throw Problem.NOT_FOUND.because("no-such-revision", raw.length() > 20 ? "" : raw);
        }
        return Integer.parseInt(raw);
    }
}
