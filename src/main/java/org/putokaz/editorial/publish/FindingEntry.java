package org.putokaz.editorial.publish;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;

/** Entry that an obstacle is about, with what editors know it by. */
@Schema(name = "FindingEntry", description = "An entry that something is about.")
public record FindingEntry(
        UUID id,
        String family,
        @Nullable String slug,

        @Schema(description = "What it is called, in the authoritative language; null when it has no name.") @Nullable
        String name) {

    public static FindingEntry of(EditorialEntry entry) {
        return new FindingEntry(entry.id, entry.family, entry.slug, entry.name);
    }
}
