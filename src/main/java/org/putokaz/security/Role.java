package org.putokaz.security;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.putokaz.common.WireEnum;

/** Fixed roles in ascending order: each role includes the permissions of all roles before it. */
public enum Role implements WireEnum {
    PARTNER,
    EDITOR,
    APPROVER,
    ADMIN;

    /** Role names as constants for {@code @RolesAllowed}. */
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

    /** The name of this role and of all lower roles. */
    Set<String> names() {
        return Arrays.stream(values())
                .filter(this::atLeast)
                .map(Role::wireName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The highest role among these names; unknown names are ignored. */
    public static Optional<Role> highestOf(Set<String> names) {
        return Arrays.stream(values())
                .filter(role -> names.contains(role.wireName()))
                .max(Role::compareTo);
    }
}
