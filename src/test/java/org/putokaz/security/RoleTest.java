package org.putokaz.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void eachRoleMayWhatThoseBeforeItMay() {
        assertThat(Role.PARTNER.names()).containsExactly("partner");
        assertThat(Role.APPROVER.names()).containsExactlyInAnyOrder("partner", "editor", "approver");
        assertThat(Role.ADMIN.names()).containsExactlyInAnyOrder("partner", "editor", "approver", "admin");
        assertThat(Role.EDITOR.atLeast(Role.PARTNER)).isTrue();
        assertThat(Role.EDITOR.atLeast(Role.EDITOR)).isTrue();
        assertThat(Role.EDITOR.atLeast(Role.APPROVER)).isFalse();
    }

    @Test
    void theHighestOfSeveralWinsAndStrangeOnesCountForNothing() {
        assertThat(Role.highestOf(Set.of("editor", "approver", "superuser"))).contains(Role.APPROVER);
        assertThat(Role.highestOf(Set.of("superuser", "ADMIN", "Editor", ""))).isEmpty();
        assertThat(Role.highestOf(Set.of())).isEmpty();
    }

    @Test
    void theNamesInAnnotationsAreThoseOfTheRoles() {
        assertThat(Set.of(Role.Names.PARTNER, Role.Names.EDITOR, Role.Names.APPROVER, Role.Names.ADMIN))
                .isEqualTo(Role.ADMIN.names());
    }
}
