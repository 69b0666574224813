package org.putokaz.editorial.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells operators, on the management port, how late schedules are carried out ({@code putokaz.schedule.lateness}) and how
 * many are waiting past their moment ({@code putokaz.schedule.overdue}; not a number while the database cannot be asked).
 */
@ApplicationScoped
public class ScheduleMetrics {

    private final Timer timer;
    private final AtomicReference<Double> overdue = new AtomicReference<>(0.0);

    @Inject
    ScheduleMetrics(MeterRegistry meters) {
        timer = Timer.builder("putokaz.schedule.lateness")
                .description("How long after its moment a schedule was carried out")
                .register(meters);
        Gauge.builder("putokaz.schedule.overdue", overdue, AtomicReference::get)
                .description("How many schedules were past their moment when the clerk had last done what it could")
                .register(meters);
    }

    public void recordOverdue(long schedules) {
        overdue.set((double) schedules);
    }

    public void markOverdueUnknown() {
        overdue.set(Double.NaN);
    }

    public void recordLateness(Duration late) {
        timer.record(late.isNegative() ? Duration.ZERO : late);
    }
}
