package org.putokaz.editorial;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A publishing set in a list: enough to choose one. */
@Schema(name = "PublishingSetSummary", description = "A publishing set in a list: enough to choose one.")
record SetSummary(
        UUID id,
        String name,
        SetStatus status,
        @Schema(description = "How many members it has.") int members,
        Instant createdAt,
        Instant changedAt,
        String changedBy) {

    static SetSummary of(PublishingSet set, int members) {
        return new SetSummary(set.id, set.name, set.status, members, set.createdAt, set.changedAt, set.changedByName);
    }
}
