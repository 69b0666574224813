package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.SlugFormat;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Allocator of slugs: the one requested, else the one that the entry has, else a free one derived from its name. */
@ApplicationScoped
class DraftSlugAllocator {

    private static final int MAX_ATTEMPTS = 20;

    private final EditorialEntryRepository entries;
    private final LiveEntryRepository live;
    private final LanguagePolicy languages;
    private final DraftNameResolver names;

    @Inject
    DraftSlugAllocator(
            EditorialEntryRepository entries,
            LiveEntryRepository live,
            LanguagePolicy languages,
            DraftNameResolver names) {
        this.entries = entries;
        this.live = live;
        this.languages = languages;
        this.names = names;
    }

    /**
     * The slug of the next revision; null when none is requested and none can be derived.
     *
     * @throws org.putokaz.problem.ProblemException 422 when the requested one is malformed, 409 when it is, or was, the
     *     slug of another entry, or was removed for a person's safety
     */
    @Nullable
    String allocate(EditorialEntry entry, @Nullable String requested, JsonNode content) {
        if (requested == null) {
            return entry.slug == null ? derive(entry, content) : entry.slug;
        }
        List<Violation> violations = findViolations(requested);
        if (!violations.isEmpty()) {
            throw ProblemType.INVALID_CONTENT.with(violations);
        }
        if (!requested.equals(entry.slug) && isTaken(entry, requested)) {
            throw ProblemType.CONFLICT.with(Violation.at("/slug", "slug-taken", requested));
        }
        return requested;
    }

    private List<Violation> findViolations(String slug) {
        ContentViolations violations = new ContentViolations(languages);
        SlugFormat.check("/slug", slug, violations);
        return violations.violations();
    }

    private boolean isTaken(EditorialEntry entry, String slug) {
        return entries.isSlugTaken(entry, slug)
                || live.isSlugRedacted(entry.family, slug)
                || live.findSlugOwner(entry.family, slug)
                        .filter(owner -> !owner.equals(entry.id))
                        .isPresent();
    }

    private @Nullable String derive(EditorialEntry entry, JsonNode content) {
        String name = names.resolve(content);
        String base = name == null ? "" : SearchFolding.toSlug(name);
        for (int i = 1; !base.isEmpty() && i <= MAX_ATTEMPTS; i++) {
            String slug = i == 1 ? base : base + "-" + i;
            if (findViolations(slug).isEmpty() && !isTaken(entry, slug)) {
                return slug;
            }
        }
        return null;
    }
}
