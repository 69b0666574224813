package org.putokaz.http.config;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Producer of the clock, which ticks in milliseconds as both databases store instants, and of the institution's time
 * zone.
 */
class ClockProducer {

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** The time zone as a bean of its own, as a configuration value would be read again for each request. */
    @Produces
    @Singleton
    ZoneId zone(InstitutionConfig institution) {
        return institution.timezone();
    }
}
