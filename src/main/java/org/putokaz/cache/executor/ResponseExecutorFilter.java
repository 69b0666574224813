package org.putokaz.cache.executor;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.putokaz.cache.CacheablePaths;
import org.putokaz.cache.InFlightResponse;

/**
 * Vert.x filter that runs uncached public reads on the {@link ResponseExecutor} instead of the general worker pool
 * (docs/decisions/0029). The REST layer stays on a thread that may block. Metrics: {@code putokaz.crew.size} and {@code
 * putokaz.crew.given.away}.
 */
@Singleton
public class ResponseExecutorFilter {

    /** Last of all filters, directly before the REST layer. */
    private static final int FILTER_PRIORITY = 1;

    private final CacheablePaths paths;
    private final ResponseExecutor executor;

    @Inject
    ResponseExecutorFilter(CacheablePaths paths, ResponseExecutor executor, MeterRegistry meters) {
        this.paths = paths;
        this.executor = executor;
        Gauge.builder("putokaz.crew.size", executor, ResponseExecutor::size)
                .description("Threads that may make public answers at once")
                .register(meters);
        FunctionCounter.builder("putokaz.crew.given.away", executor, ResponseExecutor::handedOverCount)
                .description("Public answers left to the threads for everything, because the crew stood still")
                .register(meters);
    }

    void install(@Observes Filters filters) {
        filters.register(this::handle, FILTER_PRIORITY);
    }

    void stop(@Observes ShutdownEvent event) {
        executor.close();
    }

    private void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        boolean isRead = method == HttpMethod.GET || method == HttpMethod.HEAD;
        if (isRead && paths.isCacheable(context.request().uri())) {
            InFlightResponse inFlight = context.get(InFlightResponse.IN_FLIGHT_ATTRIBUTE);
            executor.execute(new RequestTask(context, (ContextInternal) Vertx.currentContext(), inFlight));
        } else {
            context.next();
        }
    }

    /** Continuation of one request. */
    private record RequestTask(
            RoutingContext routingContext,
            ContextInternal vertxContext,
            @Nullable InFlightResponse inFlight) implements ResponseExecutor.Task {

        @Override
        public int priority() {
            return inFlight == null ? 0 : inFlight.waiterCount();
        }

        @Override
        public void run() {
            vertxContext.dispatch(this::proceed);
        }

        @Override
        public void handOver() {
            vertxContext.runOnContext(this::proceed);
        }

        private void proceed(@Nullable Void ignored) {
            HttpServerResponse response = routingContext.response();
            if (response.closed() || response.ended()) {
                // The client has disconnected.
                return;
            }
            if (inFlight != null) {
                inFlight.markStarted();
            }
            routingContext.next();
        }
    }
}
