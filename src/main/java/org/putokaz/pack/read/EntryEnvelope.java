package org.putokaz.pack.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.Importance;
import org.putokaz.live.family.ContentParser;
import org.putokaz.locale.LocalisedText;

/**
 * Fields of an entry's file around its content. Format 2 adds the history that public responses depend on: former
 * slugs, tombstone, times and removed parts (decision 14).
 */
public record EntryEnvelope(
        @Nullable UUID id,
        @Nullable String slug,
        List<String> formerSlugs,
        @Nullable Importance importance,
        @Nullable LocalisedText note,
        EntryHistory.@Nullable Times published,
        EntryHistory.@Nullable Tombstone withdrawn,
        Map<String, List<String>> outdated,
        List<EntryHistory.Part> parts,
        @Nullable JsonNode content) {

    static final int PLAIN_FORMAT = 1;
    public static final int HISTORY_FORMAT = 2;

    public EntryEnvelope {
        formerSlugs = formerSlugs == null ? List.of() : List.copyOf(formerSlugs);
        outdated = outdated == null ? Map.of() : Map.copyOf(outdated);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /** Fields of format 1, which people write by hand. */
    record PlainEnvelope(
            @Nullable UUID id,
            @Nullable String slug,
            @Nullable LocalisedText note,
            @Nullable JsonNode content) {}

    /** Fields of a line of NDJSON: those of format 1 and the family, which in a pack is the folder. */
    record NdjsonEnvelope(
            @Nullable String family,
            @Nullable UUID id,
            @Nullable String slug,
            @Nullable LocalisedText note,
            @Nullable JsonNode content) {}

    static EntryEnvelope of(JsonNode file, int format) throws ContentParser.UnreadableContentException {
        if (format == HISTORY_FORMAT) {
            return ContentParser.parse(file, EntryEnvelope.class);
        }
        PlainEnvelope plain = ContentParser.parse(file, PlainEnvelope.class);
        return new EntryEnvelope(
                plain.id, plain.slug, List.of(), null, plain.note, null, null, Map.of(), List.of(), plain.content);
    }

    static EntryEnvelope of(NdjsonEnvelope line) {
        return new EntryEnvelope(
                line.id, line.slug, List.of(), null, line.note, null, null, Map.of(), List.of(), line.content);
    }

    EntryHistory history() {
        return new EntryHistory(formerSlugs, published, withdrawn, outdated, parts);
    }

    Importance importanceOrMajor() {
        return importance == null ? Importance.MAJOR : importance;
    }

    boolean hasContent() {
        return content instanceof ObjectNode;
    }
}
