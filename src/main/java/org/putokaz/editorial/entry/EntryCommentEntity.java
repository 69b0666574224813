package org.putokaz.editorial.entry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Comment of an actor on an entry, for other editors. It never changes; its text is only removed, and then for good, when
 * the entry is withdrawn for a person's safety.
 */
@Entity
@Table(schema = "editorial", name = "entry_comment")
@NullUnmarked
public class EntryCommentEntity {

    @Id
    public UUID id;

    @Column(name = "entry_id")
    public UUID entryId;

    /** 1, 2, 3 ... within the entry, in the order of writing. */
    public int number;

    /** The newest revision when it was written. */
    public int revision;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public CommentKind kind;

    String author;

    @Column(name = "author_name")
    public String authorName;

    @Column(name = "written_at")
    public Instant writtenAt;

    /** Plain text; null once it was removed. */
    @Column(name = "comment_text")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    public String text;
}
