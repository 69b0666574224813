package org.putokaz.live.write;

import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.entity.EntryEntity;

/** Resolver of a referenced entry to the published entry that clients are led to. */
final class ReferenceResolver {

    /** A longer chain of replacements is taken for a cycle. */
    private static final int MAX_REPLACEMENTS = 16;

    private final Session session;

    ReferenceResolver(Session session) {
        this.session = session;
    }

    /** The entry itself while it is published, else what stands in its place; null when nothing does. */
    @Nullable
    UUID resolve(UUID referenced) {
        UUID next = referenced;
        for (int i = 0; i < MAX_REPLACEMENTS && next != null; i++) {
            EntryEntity entry = session.find(EntryEntity.class, next);
            if (entry == null) {
                return null;
            }
            if (entry.live) {
                return entry.id;
            }
            next = entry.substitutable ? entry.replacedBy : null;
        }
        return null;
    }
}
