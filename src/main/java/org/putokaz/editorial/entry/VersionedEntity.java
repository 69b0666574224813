package org.putokaz.editorial.entry;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.putokaz.http.request.IfMatch;
import org.putokaz.security.Actor;

/** Entity with a version, which is its entity tag, and with the time and the author of its last change. */
@MappedSuperclass
@NullUnmarked
public abstract class VersionedEntity {

    public long version;

    @Column(name = "changed_at")
    public Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_by_name")
    public String changedByName;

    /** Increments the version: a write that is based on an earlier one is refused from here on. */
    public void recordChange(Actor by, Instant now) {
        version++;
        changedAt = now;
        changedBy = by.id();
        changedByName = by.name();
    }

    /** @throws org.putokaz.problem.ProblemException 412 when the client has not seen this version */
    public void requireVersion(IfMatch ifMatch) {
        ifMatch.requireMatch(String.valueOf(version));
    }
}
