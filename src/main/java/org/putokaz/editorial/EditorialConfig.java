package org.putokaz.editorial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Settings of the editorial side. */
@ConfigMapping(prefix = "putokaz.editorial")
public interface EditorialConfig {

    /** Value of {@link #approval()} that names no family. */
    String NONE = "none";

    /** The families whose entries a second person must approve before they are published; {@code none} for none. */
    @WithDefault("contact-channels,help-guides")
    Set<String> approval();

    /** Words in Latin letters that cause no warning in Serbian Cyrillic text. */
    @WithDefault("PDF,QR,SMS,Viber,WhatsApp")
    Set<String> acronyms();

    /** What happens to a text about a confidential location that leads to the place. */
    @WithDefault("warning")
    ConfidentialProse confidentialProse();

    /** Effect of what is found in a text about a confidential location. There is no way to switch the search off. */
    enum ConfidentialProse {
        /** It is shown to editors and approvers. */
        WARNING,
        /** It is not published. */
        ERROR
    }

    /** Lifetime of a preview link when the request does not give one. */
    @WithDefault("PT1H")
    Duration preview();

    /** Interval at which the change feed is read for publications by content packs on other nodes. */
    @WithDefault("PT1M")
    Duration follow();
}
