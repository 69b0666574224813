package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.putokaz.live.LiveEntries;
import org.putokaz.pack.Imported;

/** Finds which entry a line of an import means: by its id, or by a slug that it has or had. */
@ApplicationScoped
class ImportTargets {

    private final Entries entries;
    private final LiveEntries live;

    @Inject
    ImportTargets(Entries entries, LiveEntries live) {
        this.entries = entries;
        this.live = live;
    }

    /** Empty for a new one that names no id. */
    Optional<UUID> find(Imported one) {
        UUID id = one.id();
        String slug = one.slug();
        if (id != null) {
            return Optional.of(id);
        }
        return slug == null ? Optional.empty() : idOf(one.family().name(), slug);
    }

    Optional<UUID> idOf(String family, String slug) {
        return entries.withSlug(family, slug).or(() -> live.ownerOf(family, slug));
    }
}
