package org.putokaz.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator says about how the public store is read. */
@ConfigMapping(prefix = "putokaz.store")
public interface StoreConfig {

    /**
     * Whether what the database said is remembered for as long as nothing is published. Without it the same is asked
     * again for each language and each choice of fields; where the feed stands is asked either way.
     */
    @WithDefault("true")
    boolean remember();
}
