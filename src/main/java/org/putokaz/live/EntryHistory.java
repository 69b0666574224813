package org.putokaz.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * History of an entry as far as public responses depend on it: former slugs, which redirect, times, and the withdrawal.
 *
 * @param formerSlugs sorted, without the current slug
 * @param published null when the times are unknown
 * @param withdrawn null while the entry is published
 * @param outdated translations that are older than the original, as {@link OutdatedTexts#byLanguage}
 * @param parts sub-entries, such as the steps of a guide, that have former slugs or were removed
 */
public record EntryHistory(
        List<String> formerSlugs,
        @Nullable Times published,
        @Nullable Tombstone withdrawn,
        Map<String, List<String>> outdated,
        List<Part> parts) {

    /** The history of a new entry. */
    public static final EntryHistory NONE = new EntryHistory(List.of(), null, null, Map.of(), List.of());

    public EntryHistory {
        formerSlugs = formerSlugs == null ? List.of() : List.copyOf(formerSlugs);
        outdated = outdated == null ? Map.of() : Map.copyOf(outdated);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /**
     * Times of publication.
     *
     * @param first time of the first publication
     * @param last time of the last change
     * @param order rank among the last changes of all entries, from 1, which is the order of the feed
     */
    public record Times(Instant first, Instant last, long order) {}

    /**
     * Withdrawal of an entry.
     *
     * @param substitutable whether references to the entry may lead to the replacement
     * @param placeHidden whether it is, or is part of, a unit with a confidential location, which stays confidential
     */
    public record Tombstone(
            WithdrawalReason reason, @Nullable UUID replacedBy, boolean substitutable, boolean placeHidden) {}

    /**
     * Sub-entry with a URL of its own.
     *
     * @param slug the current or last slug
     * @param removed whether it was removed from the entry and is answered with 410
     */
    public record Part(UUID id, String slug, List<String> formerSlugs, boolean removed) {

        public Part {
            formerSlugs = formerSlugs == null ? List.of() : List.copyOf(formerSlugs);
        }
    }
}
