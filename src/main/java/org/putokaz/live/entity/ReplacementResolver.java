package org.putokaz.live.entity;

import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Resolver of a referenced entry to the published entry that clients are led to. */
public final class ReplacementResolver {

    /** A longer chain of replacements is taken for a cycle. */
    private static final int MAX_REPLACEMENTS = 16;

    private final Session session;

    public ReplacementResolver(Session session) {
        this.session = session;
    }

    /** The entry itself while it is published, else what stands in its place; null when nothing does. */
    public @Nullable UUID resolve(UUID referenced) {
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
