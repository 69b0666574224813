package org.putokaz.live;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.LocalisedText;

/**
 * An entry as the public store holds it.
 *
 * @param position of its last change in the feed
 * @param revision how many times it has been published
 * @param document the whole localised content as JSON; null for a tombstone
 * @param reason why it was withdrawn; null while it is live
 * @param replacedBy the entry that stands in its place, where there is one
 * @param told what was said of its changes
 */
public record LiveEntry(
        UUID id,
        String family,
        String slug,
        boolean live,
        long position,
        int revision,
        @Nullable String document,
        Instant firstPublishedAt,
        Instant publishedAt,
        @Nullable String reason,
        @Nullable UUID replacedBy,
        Told told) {

    /**
     * What was said of the changes of an entry, for whoever follows them.
     *
     * @param importance of the last one
     * @param note of the last one, as JSON
     * @param majorPosition of the last one that matters; a first publication and a withdrawal always do
     * @param majorNote of that one, as JSON
     */
    public record Told(
            Importance importance,
            @Nullable String note,
            long majorPosition,
            @Nullable String majorNote) {

        /** What all the changes after a position amount to. */
        public Importance since(long position) {
            return majorPosition > position ? Importance.MAJOR : Importance.MINOR;
        }

        /** The note that belongs to {@link #since}. */
        public @Nullable LocalisedText noteSince(long position) {
            String text = majorPosition > position ? majorNote : note;
            return text == null ? null : ContentJson.read(text, LocalisedText.class);
        }
    }
}
