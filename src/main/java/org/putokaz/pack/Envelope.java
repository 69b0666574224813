package org.putokaz.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentReader;
import org.putokaz.live.Importance;
import org.putokaz.live.Past;
import org.putokaz.locale.LocalisedText;

/** What a file holds around the content: in format 2 also what the entry owes to its past. */
record Envelope(
        @Nullable UUID id,
        @Nullable String slug,
        List<String> formerSlugs,
        @Nullable Importance importance,
        @Nullable LocalisedText note,
        Past.@Nullable Times published,
        Past.@Nullable Tombstone withdrawn,
        List<Past.Part> parts,
        @Nullable JsonNode content) {

    static final int PLAIN = 1;
    static final int WITH_PAST = 2;

    Envelope {
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

    static Envelope of(JsonNode file, int format) throws ContentReader.Unreadable {
        if (format == WITH_PAST) {
            return ContentReader.read(file, Envelope.class);
        }
        Plain plain = ContentReader.read(file, Plain.class);
        return new Envelope(plain.id, plain.slug, List.of(), null, plain.note, null, null, List.of(), plain.content);
    }

    static Envelope of(Line line) {
        return new Envelope(line.id, line.slug, List.of(), null, line.note, null, null, List.of(), line.content);
    }

    Past past() {
        return new Past(formerSlugs, published, withdrawn, parts);
    }

    Importance importanceOrMajor() {
        return importance == null ? Importance.MAJOR : importance;
    }

    boolean hasContent() {
        return content instanceof ObjectNode;
    }
}
