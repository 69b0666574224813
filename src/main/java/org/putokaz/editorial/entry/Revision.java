package org.putokaz.editorial.entry;

import org.putokaz.common.Sha256;
import org.putokaz.live.ContentJson;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One saved state of an entry. Its text is never changed, only taken out for somebody's safety. */
@Entity
@Table(schema = "editorial", name = "revision")
@NullUnmarked
public class Revision {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String EMPTY_DOCUMENT = "{}";

    @EmbeddedId
    public Key key;

    @Nullable
    public String slug;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public String document;

    String salt;
    String author;

    @Column(name = "author_name")
    public String authorName;

    @Column(name = "saved_at")
    public Instant savedAt;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    public String note;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Stage stage;

    @Column(name = "submitted_by")
    @Nullable
    public String submittedBy;

    @Column(name = "submitted_by_name")
    @Nullable
    public String submittedByName;

    @Column(name = "reviewed_by")
    @Nullable
    public String reviewedBy;

    @Column(name = "reviewed_by_name")
    @Nullable
    public String reviewedByName;

    @Column(name = "reviewed_at")
    @Nullable
    public Instant reviewedAt;

    @Column(name = "review_note")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Nullable
    public String reviewNote;

    @Column(name = "redacted_at")
    @Nullable
    public Instant redactedAt;

    @Embeddable
    public record Key(@Column(name = "entry_id") UUID entryId, int number) {}

    /** What an editor saves. */
    public record Text(
            @Nullable String slug,
            String document,
            @Nullable String note) {}

    public static Revision of(UUID entry, int number, Text text, Actor author, Instant now) {
        Revision revision = new Revision();
        revision.key = new Key(entry, number);
        revision.slug = text.slug();
        revision.document = text.document();
        revision.note = text.note();
        revision.salt = newSalt();
        revision.author = author.id();
        revision.authorName = author.name();
        revision.savedAt = now;
        revision.stage = Stage.DRAFT;
        return revision;
    }

    private static String newSalt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /** The text as the tree that it is. */
    public JsonNode content() {
        return ContentJson.parse(document);
    }

    public int number() {
        return key.number();
    }

    public boolean hasText(@Nullable String otherSlug, String otherDocument) {
        return java.util.Objects.equals(slug, otherSlug) && document.equals(otherDocument);
    }

    /** SHA-256 of salt, slug and text: proves what was saved without giving it away. */
    public String digest() {
        return Sha256.hex((salt + '\n' + slug + '\n' + document).getBytes(StandardCharsets.UTF_8));
    }

    void markSubmitted(Actor by) {
        stage = Stage.SUBMITTED;
        submittedBy = by.id();
        submittedByName = by.name();
    }

    void recordReview(Stage outcome, Actor by, Instant now, @Nullable String why) {
        stage = outcome;
        reviewedBy = by.id();
        reviewedByName = by.name();
        reviewedAt = now;
        reviewNote = why;
    }

    /** Takes the text out for ever; who saved it and when stays. */
    public void redact(Instant now) {
        document = EMPTY_DOCUMENT;
        note = null;
        reviewNote = null;
        salt = "";
        redactedAt = now;
    }

    public void requireNotRedacted() {
        if (redactedAt != null) {
            throw ProblemType.CONFLICT.because("revision-redacted", number());
        }
    }
}
