package org.putokaz.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator says about the answer cache. */
@ConfigMapping(prefix = "putokaz.cache")
public interface ResponseCacheConfig {

    /** Whether public answers are kept ready in memory. */
    @WithDefault("true")
    boolean enabled();

    /** How much memory they may take in all, such as {@code 64M}; those that are asked for often stay. */
    @WithDefault("64M")
    MemorySize size();
}
