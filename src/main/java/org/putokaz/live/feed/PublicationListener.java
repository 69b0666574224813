package org.putokaz.live.feed;

import java.util.List;

/** Listener that is told what this process has published before a client can read it. */
@FunctionalInterface
public interface PublicationListener {

    /**
     * Called after the commit, on the publishing thread, which waits: no I/O is allowed here.
     *
     * @param changes in the order of their positions, without a gap
     */
    void onPublished(List<EntryChange> changes);
}
