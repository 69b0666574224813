package org.putokaz.editorial.transfer;

import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.pack.read.ImportedEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Finds which entry a line of an import means: by its id, or by a slug that it has or had. */
@ApplicationScoped
class ImportTargetResolver {

    private final EditorialEntryRepository entries;
    private final LiveEntryRepository live;

    @Inject
    ImportTargetResolver(EditorialEntryRepository entries, LiveEntryRepository live) {
        this.entries = entries;
        this.live = live;
    }

    /** Empty for a new one that names no id. */
    Optional<UUID> find(ImportedEntry one) {
        UUID id = one.id();
        String slug = one.slug();
        if (id != null) {
            return Optional.of(id);
        }
        return slug == null ? Optional.empty() : idOf(one.family().name(), slug);
    }

    Optional<UUID> idOf(String family, String slug) {
        return entries.findIdBySlug(family, slug).or(() -> live.findSlugOwner(family, slug));
    }
}
