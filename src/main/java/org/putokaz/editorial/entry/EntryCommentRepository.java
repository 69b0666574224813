package org.putokaz.editorial.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.putokaz.common.UuidV7;
import org.putokaz.security.Actor;

/** Repository of the comments on entries. A caller that writes holds the lock of the entry. */
@ApplicationScoped
public class EntryCommentRepository {

    private final Session session;

    @Inject
    EntryCommentRepository(Session session) {
        this.session = session;
    }

    /** Adds a comment on the newest revision at the end of the thread. */
    public EntryCommentEntity add(EditorialEntry entry, CommentKind kind, String text, Actor author, Instant now) {
        EntryCommentEntity comment = new EntryCommentEntity();
        comment.id = UuidV7.generate(now);
        comment.entryId = entry.id;
        comment.number = count(entry) + 1;
        comment.revision = entry.newestRevision;
        comment.kind = kind;
        comment.author = author.id();
        comment.authorName = author.name();
        comment.writtenAt = now;
        comment.text = text;
        session.persist(comment);
        return comment;
    }

    /** The length of the thread: comments are never deleted, so the last one has this number. */
    public int count(EditorialEntry entry) {
        return Objects.requireNonNullElse(
                session.createSelectionQuery(
                                "select max(c.number) from EntryCommentEntity c where c.entryId = :id", Integer.class)
                        .setParameter("id", entry.id)
                        .getSingleResultOrNull(),
                0);
    }

    public Optional<EntryCommentEntity> find(UUID id) {
        return Optional.ofNullable(session.find(EntryCommentEntity.class, id));
    }

    /** The comments with a lower number, the newest first. */
    public List<EntryCommentEntity> findBefore(EditorialEntry entry, int number, int limit) {
        return session.createSelectionQuery(
                        "select c from EntryCommentEntity c where c.entryId = :id and c.number < :number"
                                + " order by c.number desc",
                        EntryCommentEntity.class)
                .setParameter("id", entry.id)
                .setParameter("number", number)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The rejection that no approval or publication has answered yet. */
    public Optional<EntryCommentEntity> findOpenRejection(EditorialEntry entry) {
        if (entry.rejectedRevision == null) {
            return Optional.empty();
        }
        return session.createSelectionQuery(
                        "select c from EntryCommentEntity c where c.entryId = :id and c.revision = :revision"
                                + " and c.kind = :kind order by c.number desc",
                        EntryCommentEntity.class)
                .setParameter("id", entry.id)
                .setParameter("revision", entry.rejectedRevision)
                .setParameter("kind", CommentKind.REJECTION)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    /** Removes the texts of all comments on the entry for good; authors and times stay. */
    public void removeTexts(EditorialEntry entry) {
        session.createMutationQuery("update EntryCommentEntity c set c.text = null where c.entryId = :id")
                .setParameter("id", entry.id)
                .executeUpdate();
    }
}
