package org.putokaz.cache;

import io.quarkus.runtime.Application;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decision whether cache hits may be answered before the HTTP server sees the request (docs/decisions/0030). They may
 * not where the server has to see every request: for its access log, for its metrics, and during a graceful shutdown.
 *
 * <p>Shutdown is read from the state of the application: {@code ShutdownEvent} comes only after the time given to
 * requests in progress, and {@code ShutdownDelayInitiatedEvent} only in applications built with a delay.
 */
@Singleton
class EarlyResponsePolicy {

    private final boolean permitted;
    private final BooleanSupplier running;

    @Inject
    EarlyResponsePolicy(
            ResponseCacheConfig config,
            @ConfigProperty(name = "quarkus.http.access-log.enabled", defaultValue = "false") boolean accessLog,
            @ConfigProperty(name = "quarkus.micrometer.binder.http-server.enabled", defaultValue = "false")
                    boolean httpMetrics) {
        this(config, accessLog, httpMetrics, EarlyResponsePolicy::isRunning);
    }

    EarlyResponsePolicy(ResponseCacheConfig config, boolean accessLog, boolean httpMetrics, BooleanSupplier running) {
        this.permitted = config.enabled() && config.earlyResponses() && !accessLog && !httpMetrics;
        this.running = running;
    }

    /** Asked for each request; costs two field reads. */
    boolean isEnabled() {
        return permitted && running.getAsBoolean();
    }

    private static boolean isRunning() {
        Application application = Application.currentApplication();
        return application != null && application.isStarted();
    }
}
