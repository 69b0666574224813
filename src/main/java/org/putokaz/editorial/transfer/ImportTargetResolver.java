package org.putokaz.editorial.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.pack.read.ImportedEntry;

/** Resolver of the entry that an imported entry changes: by its id, or by a slug that it has or had. */
@ApplicationScoped
class ImportTargetResolver {

    private final EditorialEntryRepository entries;
    private final LiveEntryRepository live;

    @Inject
    ImportTargetResolver(EditorialEntryRepository entries, LiveEntryRepository live) {
        this.entries = entries;
        this.live = live;
    }

    /** The id in the file, whether it is known or not; else that of the slug; empty for a new entry without an id. */
    Optional<UUID> resolve(ImportedEntry imported) {
        UUID id = imported.id();
        String slug = imported.slug();
        if (id != null) {
            return Optional.of(id);
        }
        return slug == null ? Optional.empty() : findBySlug(imported.family().name(), slug);
    }

    Optional<UUID> findBySlug(String family, String slug) {
        return entries.findIdBySlug(family, slug).or(() -> live.findSlugOwner(family, slug));
    }
}
