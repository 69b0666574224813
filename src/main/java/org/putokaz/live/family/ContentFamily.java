package org.putokaz.live.family;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.LiveEntry;

/**
 * What the store must know of a family to publish its entries. There is one implementation a family; a fifth family is
 * its own package, one migration and its name in the table of the architecture test.
 *
 * @param <C> the family's content, with all its languages
 */
public interface ContentFamily<C extends Record> {

    /** The family's name in URLs and in the feed, for example {@code help-guides}. */
    String name();

    Class<C> contentType();

    /** The same content with the languages that are derived from the authoritative text filled in. */
    C derived(C content, LanguageDerivation derivation);

    /** Says what keeps this content from being published, as far as it can be seen from the content alone. */
    void check(C content, ContentViolations check);

    /** What the store keeps beside the document: names to sort by, values to filter by, references, places. */
    IndexedFields facts(UUID id, C content);

    /** What the rule of confidential places needs to know, of content that may be incomplete. */
    IndexedFields.Place place(UUID id, C content);

    /** How whoever keeps a copy reaches what this content names, as machines want it; null for what is no way to reach. */
    default @Nullable Record address(C content) {
        return null;
    }

    /** The day by which somebody has to make sure again that it is right; null where nobody promised to. */
    default @Nullable LocalDate verificationDue(C content) {
        return null;
    }

    /**
     * Writes the typed columns this family filters and sorts by; may still refuse what only the store can tell.
     *
     * @param position where the entry is in the feed from now on; lists read it there
     */
    void save(UUID id, long position, C content, ContentViolations check);

    /** Takes those columns away again: the entry is gone. */
    void remove(UUID id);

    /** What its parts were called, for an entry that has some; only those that have a past. */
    default List<EntryHistory.Part> parts(UUID id) {
        return List.of();
    }

    /** Takes such a past over, after {@link #save} where the entry is live. */
    default void restore(UUID id, List<EntryHistory.Part> parts, ContentViolations check) {
        if (!parts.isEmpty()) {
            check.refuse("/parts", "no-parts-here");
        }
    }

    /**
     * Whether its list shows it to whoever asks for nothing special. Tells the reader until when that holds, and since
     * when it does.
     */
    default boolean isListed(C content, RequestContext reader) {
        return true;
    }

    /**
     * Whether the view of an entry is made of the entry alone, so that it reads the same until that entry changes. What is
     * asked to be included with it does not count.
     */
    default boolean standsAlone() {
        return false;
    }

    /** What a reader gets of these entries, in the same order. */
    List<? extends Record> views(Collection<LiveEntry> entries, RequestContext reader);
}
