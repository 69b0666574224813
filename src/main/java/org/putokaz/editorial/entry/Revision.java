package org.putokaz.editorial.entry;

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
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.Sha256;
import org.putokaz.live.ContentJson;
import org.putokaz.security.Actor;

/**
 * Saved state of an entry: slug, content document and note, with its {@link Stage}.
 *
 * <p>The text never changes. It is only removed, and then for good, when an entry is withdrawn for a person's safety.
 */
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

    /** Text that an editor saves. */
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

    /** The document, parsed. */
    public JsonNode content() {
        return ContentJson.parse(document);
    }

    public int number() {
        return key.number();
    }

    public boolean hasText(@Nullable String otherSlug, String otherDocument) {
        return Objects.equals(slug, otherSlug) && document.equals(otherDocument);
    }

    /**
     * SHA-256 of salt, slug and document, in lower-case hexadecimal: proves what was saved. The salt keeps a short text
     * from being guessed from its digest.
     */
    public String digest() {
        return Sha256.hex((salt + '\n' + slug + '\n' + document).getBytes(StandardCharsets.UTF_8));
    }

    void markSubmitted(Actor by) {
        stage = Stage.SUBMITTED;
        submittedBy = by.id();
        submittedByName = by.name();
    }

    void recordReview(Stage outcome, Actor by, Instant now, @Nullable String reason) {
        stage = outcome;
        reviewedBy = by.id();
        reviewedByName = by.name();
        reviewedAt = now;
        reviewNote = reason;
    }

    /** Removes the text, the notes and the salt for good; author and times stay. */
    public void redact(Instant now) {
        document = EMPTY_DOCUMENT;
        note = null;
        reviewNote = null;
        salt = "";
        redactedAt = now;
    }

    /** @throws org.putokaz.problem.ProblemException 409 when the text was removed */
    public void requireNotRedacted() {
        state().requireNotRedacted();
    }

    /** The state, without the text. */
    public RevisionState state() {
        return new RevisionState(number(), stage, redactedAt != null, submittedBy);
    }
}
