package org.putokaz.http.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** Settings of the institution's place, on which dates and telephone numbers depend. */
@ConfigMapping(prefix = "putokaz.institution")
public interface InstitutionConfig {

    /** The IANA time zone that decides when a day begins. */
    @WithDefault("Europe/Belgrade")
    ZoneId timezone();

    /** The ISO 3166-1 code of the region that telephone numbers without a country code belong to. */
    @WithDefault("RS")
    String region();
}
