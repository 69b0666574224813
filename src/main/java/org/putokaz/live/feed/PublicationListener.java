package org.putokaz.live.feed;

import java.util.List;

/** Listener for publications of this process, called before a client can know of them. */
@FunctionalInterface
public interface PublicationListener {

    /**
     * Called after the commit, on the publishing thread, which waits: no I/O is allowed here.
     *
     * @param changes in the order of their positions, without a gap
     */
    void onPublished(List<EntryChange> changes);
}
