package org.putokaz.pack;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which content the service brings with it. */
@ConfigMapping(prefix = "putokaz.content")
public interface PackConfig {

    /** The name of the pack inside the jar. */
    String CENTER = "center";

    String NONE = "none";

    /**
     * {@code center}: the Center's own pack, published on the first start of an empty store. {@code none}: nothing.
     * Anything else is a folder or a zip, whose new and changed files are published at every start.
     */
    @WithDefault(CENTER)
    String pack();
}
