package org.putokaz.editorial.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import org.putokaz.security.Role;

/** Resource of {@code /editorial/v1/schedules}: one page of {@link CalendarService}. */
@RolesAllowed(Role.Names.EDITOR)
class CalendarResource implements CalendarApi {

    private final CalendarService calendar;

    @Inject
    CalendarResource(CalendarService calendar) {
        this.calendar = calendar;
    }

    @Override
    public CalendarPage list(CalendarParameters filter) {
        return calendar.page(filter);
    }
}
