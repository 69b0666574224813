package org.putokaz.bench;

import java.util.List;
import java.util.Map;

/**
 * One server under measurement: a variant of the service, or a peer.
 *
 * @param name short and stable, such as {@code cached-h2}
 * @param pids the processes whose time counts, with their children
 * @param requests the request of each workload; a workload without one is not measured
 */
record Contestant(String name, String title, int port, List<Long> pids, Map<Workload, Request> requests) {

    static final String BARE = "bare";
    static final String NGINX = "nginx";
    static final String CACHED = "cached";
    static final String UNCACHED = "uncached";
    static final String ORDINARY = "ordinary";

    /** Whether it responds without a database, and therefore needs little warming up. */
    boolean respondsFromMemory() {
        return name.equals(BARE) || name.equals(NGINX) || name.startsWith(CACHED);
    }
}
