package org.putokaz.editorial.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import org.putokaz.security.Role;

/** Resource of {@code /editorial/v1/entries}: one page of {@link EntryListService} over all families. */
@RolesAllowed(Role.Names.EDITOR)
class EntryQueueResource implements EntryQueueApi {

    private final EntryListService lists;

    @Inject
    EntryQueueResource(EntryListService lists) {
        this.lists = lists;
    }

    @Override
    public EntryPage list(EntryListParameters filter) {
        return lists.page(null, filter);
    }
}
