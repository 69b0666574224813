package org.putokaz.live;

/**
 * A way from an entry to others that {@code include} can follow.
 *
 * @param name as {@code include} spells it
 * @param role the stored role it goes by
 * @param backwards whether it leads to those that name the entry, not to those that the entry names
 */
public record Relation(String name, String role, boolean backwards) {

    public static Relation to(String role) {
        return new Relation(role, role, false);
    }

    public static Relation from(String name, String role) {
        return new Relation(name, role, true);
    }
}
