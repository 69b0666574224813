package org.putokaz.editorial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How the institution works on its content. */
@ConfigMapping(prefix = "putokaz.editorial")
public interface EditorialConfig {

    /** Stands for no family at all. */
    String NONE = "none";

    /** The families whose entries somebody else must approve before they are published; {@code none} for none. */
    @WithDefault("contact-channels,help-guides")
    Set<String> approval();

    /** Words in Latin letters that may stand in Serbian Cyrillic text without a warning. */
    @WithDefault("PDF,QR,SMS,Viber,WhatsApp")
    Set<String> acronyms();

    /** How long a preview link works unless its maker says otherwise. */
    @WithDefault("PT1H")
    Duration preview();

    /** How often the editorial side looks for what was published past it, by a content pack on another node. */
    @WithDefault("PT1M")
    Duration follow();
}
