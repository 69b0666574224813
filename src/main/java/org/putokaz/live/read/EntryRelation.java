package org.putokaz.live.read;

/**
 * A way from an entry to others that {@code include} can follow.
 *
 * @param name as {@code include} spells it
 * @param role the stored role it goes by
 * @param backwards whether it leads to those that name the entry, not to those that the entry names
 */
public record EntryRelation(String name, String role, boolean backwards) {

    public static EntryRelation to(String role) {
        return new EntryRelation(role, role, false);
    }

    public static EntryRelation from(String name, String role) {
        return new EntryRelation(name, role, true);
    }
}
