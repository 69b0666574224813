package org.putokaz.security.auth;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import org.putokaz.security.Actor;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;

/** Resource of {@code /editorial/v1/me}: shows the {@link CurrentActor}. */
@RolesAllowed(Role.Names.PARTNER)
class MeResource implements MeApi {

    private final CurrentActor current;

    @Inject
    MeResource(CurrentActor current) {
        this.current = current;
    }

    @Override
    public Me me() {
        Actor actor = current.get();
        return new Me(
                actor.id(), actor.name(), actor.role(), current.expiresAt().orElse(null));
    }
}
