package org.putokaz.bench;

import java.util.List;
import java.util.Map;

/**
 * Somebody who is measured.
 *
 * @param name short and stable, such as {@code cached-h2}
 * @param pids the processes whose time counts, with their children
 * @param requests what is asked of it; what is missing is not measured
 */
record Contestant(String name, String title, int port, List<Long> pids, Map<Workload, Request> requests) {

    static final String BARE = "bare";
    static final String NGINX = "nginx";
    static final String CACHED = "cached";
    static final String UNCACHED = "uncached";
    static final String ORDINARY = "ordinary";

    /** Whether it needs no database for its answers, and therefore little warming up. */
    boolean answersFromMemory() {
        return name.equals(BARE) || name.equals(NGINX) || name.startsWith(CACHED);
    }
}
