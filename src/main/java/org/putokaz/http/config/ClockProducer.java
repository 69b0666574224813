package org.putokaz.http.config;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The clock, as a value that a test can replace, and the zone of the institution. */
class ClockProducer {

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Where the institution is: a configuration would be read anew for each reader. */
    @Produces
    @Singleton
    ZoneId zone(InstitutionConfig institution) {
        return institution.timezone();
    }
}
