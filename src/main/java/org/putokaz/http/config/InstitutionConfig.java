package org.putokaz.http.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** Where the institution is, as far as dates and telephone numbers depend on it. */
@ConfigMapping(prefix = "putokaz.institution")
public interface InstitutionConfig {

    /** The IANA time zone in which days begin and end. */
    @WithDefault("Europe/Belgrade")
    ZoneId timezone();

    /** The ISO 3166-1 region that telephone numbers without a country code belong to. */
    @WithDefault("RS")
    String region();
}
