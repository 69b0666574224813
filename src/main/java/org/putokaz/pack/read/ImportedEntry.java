package org.putokaz.pack.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.Importance;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.write.StoreChange;
import org.putokaz.live.write.TransferredEntry;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.Violation;

/**
 * One entry that somebody wants to bring in. It could be read; whether it may be published is another question.
 *
 * @param id null where the entry is to be found by its slug, or is a new one
 * @param slug null where the entry is to be found by its id and keeps the slug it has; never both are null
 * @param content with every field of it right in type; null for a tombstone. From a table it is a merge patch (RFC 7396):
 *     what has no column is not in it and stays as it is, an empty cell is null
 * @param patch whether the content is such a patch
 */
public record ImportedEntry(
        SourceLocation place,
        ContentFamily<?> family,
        @Nullable UUID id,
        @Nullable String slug,
        @Nullable JsonNode content,
        boolean patch,
        Importance importance,
        @Nullable LocalisedText note,
        EntryHistory past) {

    /** A complaint about this entry from a violation in its content, or at {@code /slug}, {@code /id}, {@code /note}. */
    public ImportError complaint(Violation violation) {
        return place.inContent(violation);
    }

    public String file() {
        return place.file();
    }

    public boolean isTombstone() {
        return past.withdrawn() != null;
    }

    /** For a whole entry with an id, one that is live. */
    public StoreChange.Publish<?> change() {
        return change(family);
    }

    private <C extends Record> StoreChange.Publish<C> change(ContentFamily<C> of) {
        C typed = ContentJson.read(Objects.requireNonNull(content), of.contentType());
        return new StoreChange.Publish<>(
                of, Objects.requireNonNull(id), Objects.requireNonNull(slug), typed, importance, note);
    }

    /** For a whole entry with an id, live or gone. */
    public TransferredEntry kept() {
        return new TransferredEntry(
                family, Objects.requireNonNull(id), Objects.requireNonNull(slug), content, importance, note, past);
    }
}
