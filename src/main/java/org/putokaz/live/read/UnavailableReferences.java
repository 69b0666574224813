package org.putokaz.live.read;

import java.util.Set;
import java.util.UUID;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;

/** Finder of the entries that a published entry refers to and that are not available on the day of the request. */
public final class UnavailableReferences {

    private UnavailableReferences() {}

    /** The entries that no response may name today. Adds the days on which that changes to the request's validity. */
    public static Set<UUID> find(LiveEntry entry, RequestContext request) {
        entry.referenceDays().byEntry().values().forEach(days -> {
            if (days.from() != null) {
                request.validity().addChangeOn(days.from());
            }
            if (days.until() != null) {
                request.validity().addChangeOn(days.until().plusDays(1));
            }
        });
        return entry.referenceDays().unavailableOn(request.today());
    }
}
