package org.putokaz.security.audit;

import org.putokaz.common.Sha256;
import org.putokaz.security.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param position 1, 2, 3 ... without a gap
 * @param at in whole milliseconds
 * @param previous the hash of the line before, {@link AuditHead#NOTHING} for the first
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

    static AuditEntry after(AuditHead head, Actor actor, AuditEvent act, Instant at) {
        return new AuditEntry(
                head.position() + 1,
                at,
                actor.id(),
                actor.name(),
                act.action(),
                act.family(),
                act.entry(),
                act.revision(),
                act.details(),
                head.hash());
    }

    /**
     * What the hash is made of: this line as canonical JSON (RFC 8785), its times in milliseconds, what is missing as
     * null.
     */
    String canonical() {
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

    /** SHA-256 of the canonical form, in hexadecimal. */
    String hash() {
        return Sha256.hex(canonical().getBytes(StandardCharsets.UTF_8));
    }
}
