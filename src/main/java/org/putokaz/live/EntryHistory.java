package org.putokaz.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What public answers owe to an entry's past: old addresses that lead on, times, and why it is gone.
 *
 * @param formerSlugs those it had before the present one, sorted
 * @param published null where nobody kept it
 * @param withdrawn null while it is live
 * @param parts what its parts were called, such as the steps of a guide; only those that have a past
 */
public record EntryHistory(
        List<String> formerSlugs,
        @Nullable Times published,
        @Nullable Tombstone withdrawn,
        List<Part> parts) {

    /** A new entry's. */
    public static final EntryHistory NONE = new EntryHistory(List.of(), null, null, List.of());

    public EntryHistory {
        formerSlugs = formerSlugs == null ? List.of() : List.copyOf(formerSlugs);
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /**
     * When the public saw it.
     *
     * @param first when it was published first
     * @param last when it changed last
     * @param order its place among all changes, from 1; the feed tells them in this order
     */
    public record Times(Instant first, Instant last, long order) {}

    /**
     * Why it is gone.
     *
     * @param placeHidden whether it is, or is part of, a unit whose location is confidential; that outlasts the unit
     */
    public record Tombstone(
            WithdrawalReason reason, @Nullable UUID replacedBy, boolean placeHidden) {}

    /**
     * A part of an entry that is addressed by itself.
     *
     * @param slug the last it had
     * @param removed whether it was taken out and answers "gone"
     */
    public record Part(UUID id, String slug, List<String> formerSlugs, boolean removed) {

        public Part {
            formerSlugs = formerSlugs == null ? List.of() : List.copyOf(formerSlugs);
        }
    }
}
