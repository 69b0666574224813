package org.putokaz.editorial.set;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** View of a publishing set in a list. */
@Schema(name = "PublishingSetSummary", description = "A publishing set in a list: enough to choose one.")
record PublishingSetSummary(
        UUID id,
        String name,
        PublishingSetStatus status,
        @Schema(description = "How many members it has.") int members,
        Instant createdAt,
        Instant changedAt,
        String changedBy) {

    static PublishingSetSummary of(PublishingSet set, int members) {
        return new PublishingSetSummary(
                set.id, set.name, set.status, members, set.createdAt, set.changedAt, set.changedByName);
    }
}
