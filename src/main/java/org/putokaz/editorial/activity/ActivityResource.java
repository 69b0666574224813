package org.putokaz.editorial.activity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import org.putokaz.security.Role;

/** Resource of {@code /editorial/v1/activity}: one page of {@link ActivityService}. */
@RolesAllowed(Role.Names.EDITOR)
class ActivityResource implements ActivityApi {

    private final ActivityService activity;

    @Inject
    ActivityResource(ActivityService activity) {
        this.activity = activity;
    }

    @Override
    public ActivityPage list(ActivityParameters parameters) {
        return activity.page(parameters);
    }
}
