package org.putokaz.editorial.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EntryAction;
import org.putokaz.editorial.entry.PublicState;
import org.putokaz.editorial.entry.Stage;

/** One entry in a list, without its content. */
@Schema(name = "EditorialEntrySummary", description = "An entry in a list: enough to choose one.")
record EntrySummary(
        UUID id,

        @Schema(description = "The family it belongs to.", examples = "contact-channels")
        String family,

        @Nullable String slug,

        @Schema(description = "What it is called, in the authoritative language; null until somebody named it.")
        @Nullable
        String name,

        Stage status,
        PublicState publicSees,
        int revision,

        @Schema(
                description =
                        "How many errors keep the newest revision from being published. Counted again when what a draft"
                                + " depends on has changed; of a revision that was published, when it was last written.")
        int errors,

        int warnings,

        @Schema(description = "What the client may do now with the entry and its newest revision.")
        List<EntryAction> allowedActions,

        Instant changedAt,
        String changedBy) {

    static EntrySummary of(EditorialEntry entry, List<EntryAction> allowedActions) {
        return new EntrySummary(
                entry.id,
                entry.family,
                entry.slug,
                entry.name,
                entry.stage,
                entry.publicState(),
                entry.newestRevision,
                entry.errors,
                entry.warnings,
                allowedActions,
                entry.changedAt,
                entry.changedByName);
    }
}
