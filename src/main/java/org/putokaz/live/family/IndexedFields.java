package org.putokaz.live.family;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.LocalisedText;

/**
 * What the store keeps of an entry beside its document.
 *
 * @param name what the entry is sorted by when a list is sorted by name
 * @param facets the values of many-valued fields, by field
 * @param references every entry that this one names
 * @param place what the rule of confidential places needs to know
 */
public record IndexedFields(
        LocalisedText name, Map<String, List<String>> facets, List<Reference> references, Place place) {

    /**
     * One entry naming another.
     *
     * @param pointer where in the content it stands, for messages
     */
    public record Reference(String role, String family, UUID to, String pointer) {}

    /**
     * @param within the unit that this one is part of
     * @param hidden whether this is a unit whose location is confidential
     * @param shownOf the unit whose whereabouts this entry tells; null when it tells none
     */
    public record Place(
            @Nullable UUID within, boolean hidden, @Nullable UUID shownOf) {

        public static final Place NONE = new Place(null, false, null);
    }
}
