package org.putokaz.editorial.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Metrics of the schedules: how long after their time they are executed ({@code putokaz.schedule.lateness}) and how
 * many are past their time ({@code putokaz.schedule.overdue}, NaN while the database cannot be reached).
 */
@ApplicationScoped
public class ScheduleMetrics {

    private final Timer lateness;
    private final AtomicReference<Double> overdue = new AtomicReference<>(0.0);

    @Inject
    ScheduleMetrics(MeterRegistry meters) {
        lateness = Timer.builder("putokaz.schedule.lateness")
                .description("How long after its moment a schedule was carried out")
                .register(meters);
        Gauge.builder("putokaz.schedule.overdue", overdue, AtomicReference::get)
                .description("How many schedules were past their moment when the clerk had last done what it could")
                .register(meters);
    }

    public void recordOverdue(long count) {
        overdue.set((double) count);
    }

    public void markOverdueUnknown() {
        overdue.set(Double.NaN);
    }

    public void recordLateness(Duration late) {
        lateness.record(late.isNegative() ? Duration.ZERO : late);
    }
}
