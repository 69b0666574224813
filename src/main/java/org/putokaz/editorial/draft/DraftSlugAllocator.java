package org.putokaz.editorial.draft;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.SlugFormat;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Chooses the slug of an entry: the one asked for, the one it has, or one made from its name. */
@ApplicationScoped
class DraftSlugAllocator {

    private static final int MOST_TRIES = 20;

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

    /** @throws org.putokaz.problem.ProblemException 422 when it is no slug, 409 when it is, or was, another entry's */
    @Nullable
    String allocate(EditorialEntry entry, @Nullable String asked, JsonNode content) {
        if (asked == null) {
            return entry.slug == null ? proposed(entry, content) : entry.slug;
        }
        ContentViolations check = new ContentViolations(languages);
        SlugFormat.check("/slug", asked, check);
        if (!check.violations().isEmpty()) {
            throw ProblemType.INVALID_CONTENT.with(check.violations());
        }
        if (!asked.equals(entry.slug) && isTaken(entry, asked)) {
            throw ProblemType.CONFLICT.with(Violation.at("/slug", "slug-taken", asked));
        }
        return asked;
    }

    private boolean isTaken(EditorialEntry entry, String slug) {
        return entries.isSlugTaken(entry, slug)
                || live.findSlugOwner(entry.family, slug)
                        .filter(owner -> !owner.equals(entry.id))
                        .isPresent();
    }

    private @Nullable String proposed(EditorialEntry entry, JsonNode content) {
        String name = names.resolve(content);
        String made = name == null ? "" : SearchFolding.toSlug(name);
        for (int i = 1; !made.isEmpty() && i <= MOST_TRIES; i++) {
            String slug = i == 1 ? made : made + "-" + i;
            ContentViolations check = new ContentViolations(languages);
            SlugFormat.check("/slug", slug, check);
            if (check.violations().isEmpty() && !isTaken(entry, slug)) {
                return slug;
            }
        }
        return null;
    }
}
