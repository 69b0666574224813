package org.putokaz.security;

import org.putokaz.common.WireEnum;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may do. Each role may do what those before it may; there are no others, and nobody can make any. */
public enum Role implements WireEnum {
    PARTNER,
    EDITOR,
    APPROVER,
    ADMIN;

    /** The roles as {@code @RolesAllowed} wants them. */
    public static final class Names {

        public static final String PARTNER = "partner";
        public static final String EDITOR = "editor";
        public static final String APPROVER = "approver";
        public static final String ADMIN = "admin";

        private Names() {}
    }

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }

    /** This role's name and those of all lower ones. */
    Set<String> names() {
        return Arrays.stream(values()).filter(this::atLeast).map(Role::wireName).collect(Collectors.toUnmodifiableSet());
    }

    /** The highest role among these names; names that are no role of ours count for nothing. */
    public static Optional<Role> highestOf(Set<String> names) {
        return Arrays.stream(values())
                .filter(role -> names.contains(role.wireName()))
                .max(Role::compareTo);
    }
}
