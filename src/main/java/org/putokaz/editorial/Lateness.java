package org.putokaz.editorial;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Tells operators how late schedules are carried out: {@code putokaz.schedule.lateness} on the management port. */
@ApplicationScoped
class Lateness {

    private final Timer timer;

    @Inject
    Lateness(MeterRegistry meters) {
        timer = Timer.builder("putokaz.schedule.lateness")
                .description("How long after its moment a schedule was carried out")
                .register(meters);
    }

    void record(Duration late) {
        timer.record(late.isNegative() ? Duration.ZERO : late);
    }
}
