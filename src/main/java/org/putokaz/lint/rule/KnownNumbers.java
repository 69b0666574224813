package org.putokaz.lint.rule;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers that a name, label or title may show.
 *
 * @param own the number that readers dial when they follow the entry, in international form or as a short code; the texts may
 *     show no other. Null for an entry that is not dialled
 * @param isPublished whether a number, as typed, is that of any published channel; asked only where {@code own} is null
 */
public record KnownNumbers(@Nullable String own, Predicate<String> isPublished) {

    /** For texts that belong to no entry. */
    public static final KnownNumbers ALL = new KnownNumbers(null, number -> true);
}
