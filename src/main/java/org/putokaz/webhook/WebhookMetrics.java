package org.putokaz.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Metrics of webhook delivery: {@code putokaz.webhooks.attempts} by outcome, {@code putokaz.webhooks.backlog}
 * (positions that all active endpoints together are behind), {@code putokaz.webhooks.failing} (endpoints whose last
 * attempt failed) and {@code putokaz.webhooks.set.aside} (changes that receivers refuse and that are set aside). The gauges are NaN while the database is unavailable. No tag contains an address or a name.
 */
@Singleton
public class WebhookMetrics {

    private final Counter delivered;
    private final Counter failed;
    private final AtomicReference<Double> backlog = new AtomicReference<>(Double.NaN);
    private final AtomicReference<Double> failing = new AtomicReference<>(Double.NaN);
    private final AtomicReference<Double> setAside = new AtomicReference<>(Double.NaN);

    @Inject
    WebhookMetrics(MeterRegistry meters) {
        delivered = attempts(meters, "delivered");
        failed = attempts(meters, "failed");
        Gauge.builder("putokaz.webhooks.backlog", backlog, AtomicReference::get)
                .description("How many positions of the feed all active endpoints together are behind")
                .register(meters);
        Gauge.builder("putokaz.webhooks.failing", failing, AtomicReference::get)
                .description("How many endpoints have failed and not acknowledged anything since")
                .register(meters);
        Gauge.builder("putokaz.webhooks.set.aside", setAside, AtomicReference::get)
                .description("How many changes are set aside because their receiver refuses them")
                .register(meters);
    }

    private static Counter attempts(MeterRegistry meters, String outcome) {
        return Counter.builder("putokaz.webhooks.attempts")
                .description("Attempts at a delivery")
                .tag("outcome", outcome)
                .register(meters);
    }

    public void recordAttempt(boolean accepted) {
        (accepted ? delivered : failed).increment();
    }

    /**
     * @param positionsBehind sum over all active endpoints
     * @param endpointsFailing number of endpoints whose last attempt failed
     * @param deliveriesSetAside number of deliveries that are set aside
     */
    public void update(long positionsBehind, long endpointsFailing, long deliveriesSetAside) {
        backlog.set((double) positionsBehind);
        failing.set((double) endpointsFailing);
        setAside.set((double) deliveriesSetAside);
    }

    /** Sets the gauges to NaN. */
    public void markUnknown() {
        backlog.set(Double.NaN);
        failing.set(Double.NaN);
        setAside.set(Double.NaN);
    }
}
