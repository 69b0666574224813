package org.putokaz.live.family;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.Vocabulary;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.Availability;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.LiveEntry;

/**
 * Family of content, such as units or guides, as the published store sees it. There is one implementation for each family;
 * a new family is a package of its own, one migration and its name in the table of the architecture test.
 *
 * @param <C> the family's content with all its languages; immutable
 */
public interface ContentFamily<C extends Record> {

    /** The family's name in URLs and in the feed, for example {@code help-guides}. */
    String name();

    Class<C> contentType();

    /** The enumerations of the content and of the filters of its list. */
    default List<Vocabulary> vocabularies() {
        return List.of();
    }

    /** The content with every localised text replaced by what the derivation makes of it. */
    C applyDerivation(C content, LanguageDerivation derivation);

    /** Adds what prevents this content from being published, as far as it can be told from the content alone. */
    void validate(C content, ContentViolations violations);

    /**
     * Adds what cannot be true on the day of the publication.
     *
     * @param today in the time zone of the institution
     */
    default void validateDates(C content, LocalDate today, ContentViolations violations) {}

    /**
     * Adds what an editor should look at before the publication, though it may be right. The content has passed
     * {@link #validate}.
     *
     * @param today in the time zone of the institution
     */
    default void findWarnings(C content, LocalDate today, ContentViolations warnings) {}

    /** The fields that the store keeps beside the document, for lists and references. */
    IndexedFields indexedFields(UUID id, C content);

    /** The location privacy of a content, which may be an incomplete draft. */
    IndexedFields.LocationPrivacy locationPrivacy(UUID id, C content);

    /** Whether entries can be available on some days only. */
    default boolean hasDays() {
        return false;
    }

    /** The days on which lists contain the entry. */
    default Availability availability(C content) {
        return Availability.ALWAYS;
    }

    /** Whether the entries are organisational units. */
    default boolean holdsUnits() {
        return false;
    }

    /** Whether the content is a shelter whose location may be published, which is rarely meant so. */
    default boolean isUnmarkedShelter(C content) {
        return false;
    }

    /** The placement of an organisational unit; {@link UnitPlacement#UNKNOWN} for the content of any other family. */
    default UnitPlacement unitPlacement(C content) {
        return UnitPlacement.UNKNOWN;
    }

    /**
     * The entries whose location the texts of a content may disclose, beside the entry itself: units, or channels of units. The
     * content may be an incomplete draft.
     */
    default Set<UUID> describedEntries(C content) {
        return Set.of();
    }

    /**
     * The entries whose location the texts of one part of a content may disclose, beside {@link #describedEntries}. The content may
     * be an incomplete draft.
     *
     * @return by JSON pointer of the part
     */
    default Map<String, Set<UUID>> entriesDescribedInParts(C content) {
        return Map.of();
    }

    /** The unit on whose facts the content depends; null for none. */
    default @Nullable UUID inheritsFrom(C content) {
        return null;
    }

    /** The content that clients get, with what it takes from its units. */
    default C withInheritedFacts(C authored, InheritedFacts facts) {
        return authored;
    }

    /** The facts that {@link #withInheritedFacts} has put into the published content. */
    default InheritedFacts inheritedFacts(C authored, C published) {
        return InheritedFacts.NONE;
    }

    /**
     * The content with every reference to another entry replaced.
     *
     * @param replacement of the id of a referenced entry: the same id, another, or null to leave the reference out
     */
    default C withReferences(C content, Function<UUID, @Nullable UUID> replacement) {
        return content;
    }

    /**
     * Adds what readers miss because references were left out: a step, for example, that names no channel any more.
     *
     * @param authored as its editor wrote it
     * @param published as clients get it
     */
    default void findLosses(C authored, C published, ContentViolations losses) {}

    /** Whether references to an entry that is withdrawn may lead to the entry that is named in its place. */
    default boolean canReplace(C withdrawn, C replacement) {
        return true;
    }

    /** The machine-readable address that consumers of the feed can dial or open; null when the content is none. */
    default @Nullable Record dialableAddress(C content) {
        return null;
    }

    /**
     * The telephone number that the content has readers dial, in international form or as a short code; as written where it is
     * not valid, null where there is none. The content may be an incomplete draft.
     */
    default @Nullable String dialledNumber(C content) {
        return null;
    }

    /** Whether the entries are contact channels, of which {@link #dialledNumber} tells the numbers. */
    default boolean holdsContactChannels() {
        return false;
    }

    /** The day until which the content has to be verified again; null when it need not be. */
    default @Nullable LocalDate verificationDue(C content) {
        return null;
    }

    /**
     * Writes the row of the family's index table, by which it filters and sorts.
     *
     * @param position of the entry in the feed; lists read it from this row
     * @param violations added to when a rule fails that needs the store
     */
    void saveIndexRow(UUID id, long position, C content, ContentViolations violations);

    /** Deletes the row of the family's index table when the entry is withdrawn. */
    void deleteIndexRow(UUID id);

    /** Name of the field with the sub-entries, which have ids and slugs of their own; null when there are none. */
    default @Nullable String subEntriesField() {
        return null;
    }

    /** The entry's sub-entries (such as steps of a guide) that have former slugs or were removed. */
    default List<EntryHistory.Part> subEntries(UUID id) {
        return List.of();
    }

    /** Restores the sub-entries of an imported entry, after {@link #saveIndexRow} if the entry is published. */
    default void restoreSubEntries(UUID id, List<EntryHistory.Part> subEntries, ContentViolations violations) {
        if (!subEntries.isEmpty()) {
            violations.add("/parts", "no-parts-here");
        }
    }

    /** Replaces the slugs of the sub-entries of a withdrawn entry by their ids. */
    default void redactSubEntries(UUID id) {}

    /**
     * Whether the family's list contains the entry when no filter is given. Adds to the request's validity from when and
     * until when that is so.
     */
    default boolean isListed(C content, RequestContext request) {
        return true;
    }

    /**
     * Whether the view of an entry depends on that entry only and so stays the same until the entry changes. Entries added by
     * {@code include} do not count.
     */
    default boolean viewDependsOnEntryOnly() {
        return false;
    }

    /** The views of these entries for a response, in the same order. */
    List<? extends Record> views(Collection<LiveEntry> entries, RequestContext request);
}
