package org.putokaz.live.family;

import java.util.ArrayList;
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
     * The same with the references of another content that these do not have.
     *
     * @param authored the fields of the content that its editor wrote, which decides whose location is disclosed where the
     *     published content names no unit any more
     */
    public IndexedFields withReferencesOf(IndexedFields authored) {
        List<Reference> all = new ArrayList<>(references);
        authored.references.stream()
                .filter(reference -> references.stream().noneMatch(reference::leadsToSame))
                .forEach(all::add);
        return new IndexedFields(name, facets, all, locationPrivacy.orElse(authored.locationPrivacy));
    }

    /**
     * Reference to another entry.
     *
     * @param pointer JSON pointer to the reference in the content, for messages
     */
    public record Reference(String role, String family, UUID to, String pointer) {

        private boolean leadsToSame(Reference other) {
            return role.equals(other.role) && to.equals(other.to);
        }
    }

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

        private LocationPrivacy orElse(LocationPrivacy other) {
            return new LocationPrivacy(
                    parentUnit == null ? other.parentUnit : parentUnit,
                    confidential,
                    disclosedUnit == null ? other.disclosedUnit : disclosedUnit);
        }
    }
}
