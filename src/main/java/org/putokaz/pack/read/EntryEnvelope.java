package org.putokaz.pack.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.Importance;
import org.putokaz.live.family.ContentParser;
import org.putokaz.locale.LocalisedText;

/** What a file holds around the content: in format 2 also what the entry owes to its past. */
public record EntryEnvelope(
        @Nullable UUID id,
        @Nullable String slug,
        List<String> formerSlugs,
        @Nullable Importance importance,
        @Nullable LocalisedText note,
        EntryHistory.@Nullable Times published,
        EntryHistory.@Nullable Tombstone withdrawn,
        List<EntryHistory.Part> parts,
        @Nullable JsonNode content) {

    static final int PLAIN = 1;
    public static final int WITH_PAST = 2;

    public EntryEnvelope {
        formerSlugs = formerSlugs == null ? List.of() : List.copyOf(formerSlugs);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /** What format 1 knows, which people write by hand. */
    record Plain(
            @Nullable UUID id,
            @Nullable String slug,
            @Nullable LocalisedText note,
            @Nullable JsonNode content) {}

    /** A line of NDJSON: the same, with the family, which in a pack is the folder. */
    record Line(
            @Nullable String family,
            @Nullable UUID id,
            @Nullable String slug,
            @Nullable LocalisedText note,
            @Nullable JsonNode content) {}

    static EntryEnvelope of(JsonNode file, int format) throws ContentParser.Unreadable {
        if (format == WITH_PAST) {
            return ContentParser.read(file, EntryEnvelope.class);
        }
        Plain plain = ContentParser.read(file, Plain.class);
        return new EntryEnvelope(
                plain.id, plain.slug, List.of(), null, plain.note, null, null, List.of(), plain.content);
    }

    static EntryEnvelope of(Line line) {
        return new EntryEnvelope(line.id, line.slug, List.of(), null, line.note, null, null, List.of(), line.content);
    }

    EntryHistory past() {
        return new EntryHistory(formerSlugs, published, withdrawn, parts);
    }

    Importance importanceOrMajor() {
        return importance == null ? Importance.MAJOR : importance;
    }

    boolean hasContent() {
        return content instanceof ObjectNode;
    }
}
