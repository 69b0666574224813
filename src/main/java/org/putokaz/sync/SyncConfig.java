package org.putokaz.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What an operator says about partners who wait. */
@ConfigMapping(prefix = "putokaz.sync")
public interface SyncConfig {

    /** How many requests may wait for the next change at once on this node. */
    @WithDefault("10000")
    int mostWaiting();

    /** How many event streams may be open at once on this node. */
    @WithDefault("5000")
    int mostStreams();

    /** How often a stream with nothing to say shows that it is alive. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How long a stream waits for a reader that takes nothing, before it drops the connection. */
    @WithDefault("PT30S")
    Duration patience();

    /**
     * Where the files of snapshots and bundles are made; every node needs a place of its own. Without it a folder among
     * the system's temporary files, which only this user can read. They are deleted when they are no longer needed.
     */
    Optional<String> directory();

    /** How many snapshots and bundles may be on their way to somebody at once on this node. */
    @WithDefault("500")
    int mostDownloads();

    /**
     * How long somebody waits for a snapshot or bundle that is being made before he is told to come back for it. Shorter
     * than the time after which a silent connection is closed, here (a minute) and by what stands in front of the service.
     */
    @WithDefault("PT25S")
    Duration making();

    /** The licence of the content, an SPDX identifier or a URL, to be said in each copy. */
    Optional<String> licence();
}
