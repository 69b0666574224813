package org.putokaz.editorial.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.CommentKind;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.EntryCommentRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.http.request.IfMatch;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/**
 * Review of the newest revision of an entry: submission, approval and rejection. {@link EditorialEntry} decides whether
 * its state, and the actor's part in the text, allow it. Each method returns the version of the entry afterwards.
 */
@ApplicationScoped
public class ReviewService {

    private final EditorialEntryRepository entries;
    private final EntryCommentRepository comments;
    private final ContentValidator validator;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    ReviewService(
            EditorialEntryRepository entries,
            EntryCommentRepository comments,
            ContentValidator validator,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
        this.comments = comments;
        this.validator = validator;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public long submit(String family, UUID id, IfMatch ifMatch, Actor actor) {
        EditorialEntry entry = lock(family, id, ifMatch);
        entry.submit(entries.newestRevision(entry), actor, clock.instant());
        audit(actor, "submitted", entry);
        return entry.version;
    }

    /**
     * Approves the newest revision. What it names may still be a draft, and its texts may still have to be mended: that is
     * asked when it is published, alone or in a set.
     *
     * @throws org.putokaz.problem.ProblemException 403 when the actor wrote or submitted what is to be approved, 409 with
     *     what its own content is refused for when it is published
     */
    @Transactional
    public long approve(String family, UUID id, IfMatch ifMatch, Actor actor) {
        EditorialEntry entry = lock(family, id, ifMatch);
        Set<String> authors = entries.unpublishedRevisionAuthors(entry);
        Revision newest = entries.newestRevision(entry);
        entry.approve(newest, authors, actor, clock.instant());
        requireValid(entry.family, newest);
        audit(actor, "approved", entry);
        return entry.version;
    }

    /**
     * Rejects the newest revision and writes the reason into the thread of comments.
     *
     * @throws org.putokaz.problem.ProblemException 400 when the reason is missing or longer than 2,000 characters
     */
    @Transactional
    public long reject(String family, UUID id, IfMatch ifMatch, @Nullable String reason, Actor actor) {
        if (reason == null || reason.isBlank()) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("/reason", "required"));
        }
        DraftRequest.checkLength("/reason", reason);
        EditorialEntry entry = lock(family, id, ifMatch);
        Instant now = clock.instant();
        entry.reject(entries.newestRevision(entry), reason, actor, now);
        comments.add(entry, CommentKind.REJECTION, reason, actor, now);
        audit(actor, "rejected", entry);
        return entry.version;
    }

    private void requireValid(String family, Revision revision) {
        List<Violation> violations = validator.findViolations(family, revision.content()).stream()
                .map(DraftContentParser::toEntryPointer)
                .toList();
        if (!violations.isEmpty()) {
            throw ProblemType.CONFLICT.with(violations);
        }
    }

    private EditorialEntry lock(String family, UUID id, IfMatch ifMatch) {
        EditorialEntry entry = entries.lock(family, id);
        ifMatch.requireMatch(String.valueOf(entry.version));
        return entry;
    }

    private void audit(Actor actor, String action, EditorialEntry entry) {
        audit.record(actor, new AuditEvent(action, entry.family, entry.id, entry.newestRevision, Map.of()));
    }
}
