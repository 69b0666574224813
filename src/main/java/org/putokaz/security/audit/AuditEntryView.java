package org.putokaz.security.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.security.ActorView;

/** Audit entry as the API shows it. */
@Schema(name = "AuditEntry", description = "Something that somebody did.")
record AuditEntryView(
        @Schema(description = "1, 2, 3 … without a gap.", examples = "4711")
        long position,

        Instant at,
        ActorView actor,

        @Schema(description = "What was done.", examples = "token-created")
        String action,

        @Schema(description = "The family of the entry; null where there is none.") @Nullable
        String family,

        @Schema(description = "The entry; null where there is none.") @Nullable
        UUID entry,

        @Schema(description = "The revision; null where there is none.") @Nullable
        Integer revision,

        @Schema(description = "A few facts more, by their names.")
        Map<String, String> details,

        @Schema(description = "The hash of the line before; zeros before the first.")
        String previous,

        @Schema(description = "SHA-256 of this line's canonical JSON, in hexadecimal.")
        String hash) {

    static AuditEntryView of(AuditEntryEntity entity) {
        return new AuditEntryView(
                entity.position,
                entity.at,
                new ActorView(entity.actorId, entity.actorName),
                entity.action,
                entity.family,
                entity.entry,
                entity.revision,
                entity.toEntry().map(AuditEntry::details).orElse(Map.of()),
                entity.previous,
                entity.hash);
    }
}
