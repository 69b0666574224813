package org.putokaz.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the response cache. */
@ConfigMapping(prefix = "putokaz.cache")
public interface ResponseCacheConfig {

    /** Whether public responses are cached in memory. */
    @WithDefault("true")
    boolean enabled();

    /** Maximum memory of all cached responses, such as {@code 64M}; the least used are evicted first. */
    @WithDefault("64M")
    MemorySize size();

    /**
     * Whether cache hits are answered before the HTTP server sees the request. They are not, whatever this says, while
     * the server has to see each of them ({@link EarlyResponsePolicy}).
     */
    @WithDefault("true")
    boolean earlyResponses();
}
