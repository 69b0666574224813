package org.putokaz.security.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.Sha256;
import org.putokaz.security.Actor;

/**
 * Entry of the audit trail and link of its hash chain.
 *
 * @param position 1, 2, 3 ... without a gap
 * @param at in whole milliseconds
 * @param previous the hash of the preceding entry; {@link AuditHead#GENESIS_HASH} for the first
 */
record AuditEntry(
        long position,
        Instant at,
        String actorId,
        String actorName,
        String action,
        @Nullable String family,
        @Nullable UUID entry,
        @Nullable Integer revision,
        Map<String, String> details,
        String previous) {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static AuditEntry after(AuditHead head, Actor actor, AuditEvent event, Instant at) {
        return new AuditEntry(
                head.position() + 1,
                at,
                actor.id(),
                actor.name(),
                event.action(),
                event.family(),
                event.entry(),
                event.revision(),
                event.details(),
                head.hash());
    }

    /** The input of the hash: canonical JSON (RFC 8785) with times in milliseconds and missing values as null. */
    String canonicalJson() {
        Map<String, Object> members = new TreeMap<>();
        members.put("position", position);
        members.put("at", MILLIS.format(at));
        members.put("actor", Map.of("id", actorId, "name", actorName));
        members.put("action", action);
        members.put("family", family);
        members.put("entry", entry == null ? null : entry.toString());
        members.put("revision", revision);
        members.put("details", details);
        members.put("previous", previous);
        return CanonicalJson.write(members);
    }

    /** SHA-256 of the UTF-8 bytes of {@link #canonicalJson}, in hexadecimal. */
    String hash() {
        return Sha256.hex(canonicalJson().getBytes(StandardCharsets.UTF_8));
    }
}
