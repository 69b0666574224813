package org.putokaz.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;

/**
 * Entry of the published store, published ({@code live}) or withdrawn.
 *
 * @param slug the current or last one; the id where it was removed
 * @param position of its last change in the feed
 * @param revision number of times that it was published
 * @param document the localised content as JSON; null when withdrawn
 * @param reason of the withdrawal; null while published
 * @param replacedBy id of the entry that replaces a withdrawn one, if any
 * @param outdated translations that are older than the authoritative text
 * @param referenceDays the days of the entries that it refers to
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
        OutdatedTexts outdated,
        ReferenceDays referenceDays,
        ChangeInfo changeInfo) {

    /** JSON pointers of the texts whose translation into this language is outdated. */
    public List<String> outdatedIn(Language language) {
        return outdated.in(language.tag());
    }

    /**
     * The same of one part of the content.
     *
     * @param part JSON pointer of the part
     * @return JSON pointers into the part
     */
    public List<String> outdatedIn(Language language, String part) {
        return outdatedIn(language).stream()
                .filter(pointer -> pointer.startsWith(part + "/"))
                .map(pointer -> pointer.substring(part.length()))
                .toList();
    }

    /** Whether the slug was removed because it can name a place; the id stands in its place. */
    public boolean isSlugRedacted() {
        return slug.equals(id.toString());
    }

    /**
     * Importance and notes of an entry's changes. The feed holds an entry only once; the last major change is kept beside the
     * last change, so that consumers that know neither learn of the major one.
     *
     * @param importance of the last change
     * @param note of the last change, as JSON
     * @param majorPosition position of the last major change; first publications and withdrawals are always major
     * @param majorNote note of that change, as JSON
     */
    public record ChangeInfo(
            Importance importance,
            @Nullable String note,
            long majorPosition,
            @Nullable String majorNote) {

        /** The importance of all changes after a position together. */
        public Importance importanceSince(long position) {
            return majorPosition > position ? Importance.MAJOR : Importance.MINOR;
        }

        /** The note that belongs to {@link #importanceSince}. */
        public @Nullable LocalisedText noteSince(long position) {
            String text = majorPosition > position ? majorNote : note;
            return text == null ? null : ContentJson.read(text, LocalisedText.class);
        }
    }
}
