package org.putokaz.editorial.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.draft.IdempotencyService;
import org.putokaz.editorial.entry.CommentKind;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.EntryCommentEntity;
import org.putokaz.editorial.entry.EntryCommentRepository;
import org.putokaz.http.paging.CursorParameters;
import org.putokaz.http.paging.KeysetPager;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/** Reading and writing of the comments on an entry. A comment changes neither the entry nor its version. */
@ApplicationScoped
class EntryCommentService {

    /** Length of a thread that takes no more comments. Rejections are recorded beyond it. */
    static final int MAX_COMMENTS = 500;

    private final EditorialEntryRepository entries;
    private final EntryCommentRepository comments;
    private final IdempotencyService idempotency;
    private final LiveEntryRepository live;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    EntryCommentService(
            EditorialEntryRepository entries,
            EntryCommentRepository comments,
            IdempotencyService idempotency,
            LiveEntryRepository live,
            AuditTrail audit,
            Clock clock) {
        this.entries = entries;
        this.comments = comments;
        this.idempotency = idempotency;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One page of the comments, the newest first.
     *
     * @throws org.putokaz.problem.ProblemException 404, 400 when limit or cursor are invalid
     */
    EntryCommentPage page(String family, UUID id, CursorParameters parameters) {
        EditorialEntry entry = entries.get(family, id);
        KeysetPager pager = parameters.pager(live.feedState().cursorKey(), "comments " + id);
        String after = pager.after();
        int before = after == null ? Integer.MAX_VALUE : Integer.parseInt(after);
        List<EntryCommentEntity> found = comments.findBefore(entry, before, pager.fetchSize());
        KeysetPager.Page<EntryCommentEntity> page = pager.page(found, comment -> String.valueOf(comment.number));
        return new EntryCommentPage(
                page.rows().stream()
                        .map(comment -> EntryCommentView.of(comment, family))
                        .toList(),
                page.info());
    }

    /** @throws org.putokaz.problem.ProblemException 404 when the entry has no comment with that id */
    EntryCommentView get(String family, UUID id, String comment) {
        EditorialEntry entry = entries.get(family, id);
        return Optional.of(comment)
                .filter(QueryParameterParser::isId)
                .flatMap(raw -> comments.find(UUID.fromString(raw)))
                .filter(found -> found.entryId.equals(entry.id))
                .map(found -> EntryCommentView.of(found, family))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-comment"));
    }

    /**
     * Adds a comment, or finds the one that the same request added before.
     *
     * @param idempotencyKey the header {@code Idempotency-Key}; null to add one each time
     * @param body an {@link EntryCommentRequest} as JSON
     * @throws org.putokaz.problem.ProblemException 400, 404, 409 when the thread is full
     */
    EntryCommentView add(String family, UUID id, @Nullable String idempotencyKey, byte[] body, Actor actor) {
        String text = EntryCommentRequest.readText(body);
        String path = family + "/" + id + "/comments";
        UUID comment =
                idempotency.executeOnce(actor, idempotencyKey, path, body, () -> append(family, id, text, actor));
        return EntryCommentView.of(comments.find(comment).orElseThrow(), family);
    }

    private UUID append(String family, UUID id, String text, Actor actor) {
        EditorialEntry entry = entries.lock(family, id);
        if (comments.count(entry) >= MAX_COMMENTS) {
            throw ProblemType.CONFLICT.because("comments-full", MAX_COMMENTS);
        }
        EntryCommentEntity comment = comments.add(entry, CommentKind.COMMENT, text, actor, clock.instant());
        audit.record(actor, new AuditEvent("commented", family, id, comment.revision, Map.of()));
        return comment.id;
    }
}
