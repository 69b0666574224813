package org.putokaz.live.read;

/**
 * Relation between entries that {@code include} can follow.
 *
 * @param name the value of {@code include}
 * @param role the role of the stored references
 * @param inverse whether it leads to the entries that refer to the given one, instead of those it refers to
 */
public record EntryRelation(String name, String role, boolean inverse) {

    public static EntryRelation outgoing(String role) {
        return new EntryRelation(role, role, false);
    }

    public static EntryRelation incoming(String name, String role) {
        return new EntryRelation(name, role, true);
    }
}
