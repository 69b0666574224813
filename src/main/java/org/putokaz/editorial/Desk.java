package org.putokaz.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.putokaz.http.Ids;
import org.putokaz.http.IfMatch;
import org.putokaz.problem.Problem;
import org.putokaz.security.Act;
import org.putokaz.security.Actor;
import org.putokaz.security.AuditTrail;

/** Where drafts are written. Every save is a revision of its own; a save that changes nothing is none. */
@ApplicationScoped
class Desk {

    private final Entries entries;
    private final DraftContent contents;
    private final DraftSlugs slugs;
    private final DraftIndex index;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    Desk(Entries entries, DraftContent contents, DraftSlugs slugs, DraftIndex index, AuditTrail audit, Clock clock) {
        this.entries = entries;
        this.contents = contents;
        this.slugs = slugs;
        this.index = index;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins an entry. */
    @Transactional
    UUID create(String family, DraftInput input, Actor actor) {
        return create(family, Ids.fresh(clock.instant()), input, actor);
    }

    /** Begins an entry whose id was given elsewhere. */
    @Transactional
    UUID create(String family, UUID id, DraftInput input, Actor actor) {
        Entry entry = Entry.named(id, family, now());
        entries.add(entry);
        write(entry, input, input.present(), actor);
        return id;
    }

    /**
     * Replaces the whole content; a slug that is left out stays.
     *
     * @return the version of the entry after it; so do the others
     */
    @Transactional
    long replace(String family, UUID id, IfMatch seen, DraftInput input, Actor actor) {
        Entry entry = lock(family, id, seen);
        write(entry, input, input.present(), actor);
        return entry.version;
    }

    /** Changes part of the content. */
    @Transactional
    long patch(String family, UUID id, IfMatch seen, UnaryOperator<JsonNode> patch, Actor actor) {
        Entry entry = lock(family, id, seen);
        Revision head = entries.head(entry);
        head.demandText();
        write(entry, new DraftInput(null, null, null), patch.apply(head.content()), actor);
        return entry.version;
    }

    /** Takes an earlier text up again, as a new draft: nothing is published. */
    @Transactional
    long restore(String family, UUID id, IfMatch seen, int number, Actor actor) {
        Entry entry = lock(family, id, seen);
        Revision earlier = entries.revision(entry, number);
        earlier.demandText();
        DraftInput input = new DraftInput(earlier.slug, "↺ " + number, null);
        write(entry, input, earlier.content(), actor);
        return entry.version;
    }

    private Entry lock(String family, UUID id, IfMatch seen) {
        Entry entry = entries.lock(family, id);
        seen.demand(String.valueOf(entry.version));
        return entry;
    }

    /** The same as {@link #replace} for an importer that holds the lock and has seen the state itself. */
    void write(Entry entry, DraftInput input, JsonNode sent, Actor actor) {
        DraftInput.checkNote(input.note());
        JsonNode content = contents.read(entry.family, entry.id, sent);
        String slug = slugs.choose(entry, input.slug(), content);
        String document = content.toString();
        if (document.length() > DraftInput.MOST_BYTES) {
            throw Problem.CONTENT_TOO_LARGE.because("body-longer-than", DraftInput.MOST_BYTES);
        }
        if (entry.revision > 0 && entries.head(entry).says(slug, document)) {
            return;
        }
        Instant now = now();
        Revision.Text text = new Revision.Text(slug, document, input.note());
        Revision saved = Revision.of(entry.id, entry.revision + 1, text, actor, now);
        entry.saved(saved);
        entry.touch(actor, now);
        entries.add(saved);
        index.write(entry, content);
        Act act = new Act("saved", entry.family, entry.id, saved.number(), Map.of("digest", saved.digest()));
        audit.record(actor, act);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
