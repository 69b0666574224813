package org.putokaz.editorial.activity;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** View of one action of an editor, in words. */
@Schema(name = "Activity", description = "Something that was done to an entry or a publishing set.")
record ActivityItem(
        @Schema(description = "Grows with time; gaps are actions of other kinds.", examples = "4711")
        long position,

        Instant at,

        @Schema(description = "The name of the token or person.", examples = "Ana")
        String actor,

        @Schema(description = "What was done, as the audit trail names it.", examples = "published")
        String action,

        @Schema(description = "The same in words, in the language of the response.")
        String text,

        @Schema(description = "The entry; null where there is none.") @Nullable
        ActivityEntry entry,

        @Schema(description = "The revision; null where there is none.") @Nullable
        Integer revision,

        @Schema(description = "The publishing set; null where there is none.") @Nullable
        ActivitySet set) {

    @Schema(name = "ActivityEntry", description = "An entry as it is called now.")
    record ActivityEntry(
            UUID id,
            @Schema(examples = "contact-channels") String family,
            @Nullable String slug,

            @Schema(description = "What it is called, in the authoritative language.") @Nullable
            String name) {}

    @Schema(name = "ActivitySet", description = "A publishing set as it is called now.")
    record ActivitySet(UUID id, String name) {}
}
