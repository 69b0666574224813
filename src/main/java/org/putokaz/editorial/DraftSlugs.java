package org.putokaz.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Check;
import org.putokaz.live.LiveEntries;
import org.putokaz.live.Slugs;
import org.putokaz.locale.Languages;
import org.putokaz.problem.Problem;
import org.putokaz.problem.Violation;

/** Chooses the slug of an entry: the one asked for, the one it has, or one made from its name. */
@ApplicationScoped
class DraftSlugs {

    private static final int MOST_TRIES = 20;

    private final Entries entries;
    private final LiveEntries live;
    private final Languages languages;
    private final DraftNames names;

    @Inject
    DraftSlugs(Entries entries, LiveEntries live, Languages languages, DraftNames names) {
        this.entries = entries;
        this.live = live;
        this.languages = languages;
        this.names = names;
    }

    /** @throws org.putokaz.problem.ProblemException 422 when it is no slug, 409 when it is, or was, another entry's */
    @Nullable
    String choose(Entry entry, @Nullable String asked, JsonNode content) {
        if (asked == null) {
            return entry.slug == null ? proposed(entry, content) : entry.slug;
        }
        Check check = new Check(languages);
        Slugs.check("/slug", asked, check);
        if (!check.violations().isEmpty()) {
            throw Problem.INVALID_CONTENT.with(check.violations());
        }
        if (!asked.equals(entry.slug) && isTaken(entry, asked)) {
            throw Problem.CONFLICT.with(Violation.at("/slug", "slug-taken", asked));
        }
        return asked;
    }

    private boolean isTaken(Entry entry, String slug) {
        return entries.slugIsTaken(entry, slug)
                || live.ownerOf(entry.family, slug)
                        .filter(owner -> !owner.equals(entry.id))
                        .isPresent();
    }

    private @Nullable String proposed(Entry entry, JsonNode content) {
        String name = names.of(content);
        String made = name == null ? "" : Folded.slug(name);
        for (int i = 1; !made.isEmpty() && i <= MOST_TRIES; i++) {
            String slug = i == 1 ? made : made + "-" + i;
            Check check = new Check(languages);
            Slugs.check("/slug", slug, check);
            if (check.violations().isEmpty() && !isTaken(entry, slug)) {
                return slug;
            }
        }
        return null;
    }
}
