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
 * Entry of an import whose fields all have the right types. Whether it may be published is not checked yet.
 *
 * @param id null for a new entry or one that is found by its slug
 * @param slug null for an entry that is found by its id and keeps its slug; id and slug are never both null
 * @param content null for a tombstone; of a table a merge patch (RFC 7396), in which an empty cell is null and a field
 *     without a column is missing
 * @param isPatch whether the content is a merge patch
 */
public record ImportedEntry(
        SourceLocation location,
        ContentFamily<?> family,
        @Nullable UUID id,
        @Nullable String slug,
        @Nullable JsonNode content,
        boolean isPatch,
        Importance importance,
        @Nullable LocalisedText note,
        EntryHistory history) {

    /** @param violation by its pointer in the content, or at {@code /id}, {@code /slug}, {@code /note} */
    public ImportError error(Violation violation) {
        return location.errorInContent(violation);
    }

    public String file() {
        return location.file();
    }

    public boolean isTombstone() {
        return history.withdrawn() != null;
    }

    /** For a live entry with id, slug and whole content. */
    public StoreChange.Publish<?> toStoreChange() {
        return toStoreChange(family);
    }

    private <C extends Record> StoreChange.Publish<C> toStoreChange(ContentFamily<C> typedFamily) {
        C typed = ContentJson.read(Objects.requireNonNull(content), typedFamily.contentType());
        return new StoreChange.Publish<>(
                typedFamily, Objects.requireNonNull(id), Objects.requireNonNull(slug), typed, importance, note);
    }

    /** For an entry with id and slug, live or withdrawn. */
    public TransferredEntry toTransferredEntry() {
        return new TransferredEntry(
                family, Objects.requireNonNull(id), Objects.requireNonNull(slug), content, importance, note, history);
    }
}
