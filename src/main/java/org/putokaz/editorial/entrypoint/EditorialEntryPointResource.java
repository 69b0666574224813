package org.putokaz.editorial.entrypoint;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;

/**
 * Resource of {@code /editorial/v1}: it asks the {@link ContentFamilyRegistry} for the lists and {@link CurrentActor} for
 * the role.
 */
@RolesAllowed(Role.Names.EDITOR)
class EditorialEntryPointResource implements EditorialEntryPointApi {

    private final ContentFamilyRegistry families;
    private final CurrentActor actor;

    @Inject
    EditorialEntryPointResource(ContentFamilyRegistry families, CurrentActor actor) {
        this.families = families;
        this.actor = actor;
    }

    @Override
    public EditorialEntryPoint get() {
        Role role = actor.get().role();
        Map<String, String> lists = new TreeMap<>();
        families.all().forEach(family -> lists.put(family.name(), PATH + "/" + family.name()));
        return new EditorialEntryPoint(role, lists, links(role));
    }

    private static EditorialEntryPoint.Links links(Role role) {
        return new EditorialEntryPoint.Links(
                PATH,
                PATH + "/me",
                PATH + "/schemas",
                PATH + "/vocabularies",
                PATH + "/entries",
                PATH + "/schedules",
                PATH + "/activity",
                PATH + "/publishing-sets",
                PATH + "/import",
                PATH + "/export",
                linkFor(Role.APPROVER, role, "/audit"),
                linkFor(Role.ADMIN, role, "/audit/verify"),
                linkFor(Role.ADMIN, role, "/tokens"),
                linkFor(Role.ADMIN, role, "/signing-keys"),
                "/api/v1");
    }

    /** The link, when the role includes the permissions of the required one. */
    private static @Nullable String linkFor(Role required, Role role, String path) {
        return role.atLeast(required) ? PATH + path : null;
    }
}
