package org.putokaz.live.family;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.LocalisedText;

/**
 * Fields of an entry that the store keeps beside the document.
 *
 * @param name what lists by name are sorted by
 * @param facets values of many-valued fields, by field
 * @param references all references to other entries
 */
public record IndexedFields(
        LocalisedText name,
        Map<String, List<String>> facets,
        List<Reference> references,
        LocationPrivacy locationPrivacy) {

    /**
     * Reference to another entry.
     *
     * @param pointer JSON pointer to the reference in the content, for messages
     */
    public record Reference(String role, String family, UUID to, String pointer) {}

    /**
     * Input of the rule that confidential locations are not disclosed.
     *
     * @param parentUnit the unit that this unit is part of
     * @param confidential whether this is a unit with a confidential location
     * @param disclosedUnit the unit whose location this entry discloses; null when it discloses none
     */
    public record LocationPrivacy(
            @Nullable UUID parentUnit,
            boolean confidential,
            @Nullable UUID disclosedUnit) {

        public static final LocationPrivacy NONE = new LocationPrivacy(null, false, null);
    }
}
