package org.putokaz.pack;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Content pack that the service loads when it starts. */
@ConfigMapping(prefix = "putokaz.content")
public interface PackConfig {

    /** Value for the pack in the jar. */
    String CENTER = "center";

    /** Value for no pack. */
    String NONE = "none";

    /**
     * {@code center}: the Center's own pack, published on the first start of an empty store. {@code none}: nothing.
     * Anything else is a folder or a zip, whose new and changed files are published at every start.
     */
    @WithDefault(CENTER)
    String pack();
}
