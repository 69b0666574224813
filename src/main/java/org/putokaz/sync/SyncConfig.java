package org.putokaz.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of synchronisation. Limits apply to one node. */
@ConfigMapping(prefix = "putokaz.sync")
public interface SyncConfig {

    /** Maximum number of pending long-poll requests. */
    @WithDefault("10000")
    int mostWaiting();

    /** Maximum number of open event streams. */
    @WithDefault("5000")
    int mostStreams();

    /** Interval of the heartbeat comments of an idle event stream. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How long an event stream may be blocked by a client that does not read, before the connection is closed. */
    @WithDefault("PT30S")
    Duration patience();

    /**
     * Directory of the files of snapshots and bundles; each node needs one of its own. The default is the temporary
     * directory of the system. The files are readable by this user alone and deleted when no longer needed.
     */
    Optional<String> directory();

    /** Maximum number of downloads of snapshots and bundles in progress. */
    @WithDefault("500")
    int mostDownloads();

    /**
     * How long a request waits for a snapshot or bundle that is being written, before it is answered 503 with {@code
     * Retry-After}. Must be shorter than the idle timeout of connections, here (a minute) and in a proxy before the
     * service.
     */
    @WithDefault("PT25S")
    Duration making();

    /** Licence of the content, an SPDX identifier or a URL, stated in each snapshot and bundle. */
    Optional<String> licence();
}
