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
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.putokaz.cache.CacheablePaths;
import org.putokaz.cache.InFlightResponse;

/**
 * Has public answers made by a {@link ResponseExecutor} of their own instead of by the many threads for everything
 * (docs/decisions/0029). The REST layer stays where it is when it is called on a thread that may wait. Operators see {@code
 * putokaz.crew.size} and {@code putokaz.crew.given.away}.
 */
@Singleton
public class ResponseExecutorFilter {

    /** Under this name stands in the exchange the {@link InFlightResponse} that is to bring the answer, where there is one. */
    public static final String FLIGHT = InFlightResponse.class.getName();

    /** After everything that looks at a request before the REST layer does. */
    private static final int LAST = 1;

    private final CacheablePaths paths;
    private final ResponseExecutor crew;

    @Inject
    ResponseExecutorFilter(CacheablePaths paths, ResponseExecutor crew, MeterRegistry meters) {
        this.paths = paths;
        this.crew = crew;
        Gauge.builder("putokaz.crew.size", crew, ResponseExecutor::size)
                .description("Threads that may make public answers at once")
                .register(meters);
        FunctionCounter.builder("putokaz.crew.given.away", crew, ResponseExecutor::givenAway)
                .description("Public answers left to the threads for everything, because the crew stood still")
                .register(meters);
    }

    /** How large it is, and how patient. */
    @Singleton
    static class OfTheHouse {

        private static final String NAME = "answers";
        /** One at work, and one that waits for the database meanwhile. */
        private static final int EACH = 2;

        private static final long PATIENCE_MILLIS = 50;

        @Produces
        @Singleton
        ResponseExecutor crew(ResponseExecutorConfig config) {
            int size = config.threads().orElse(EACH * Runtime.getRuntime().availableProcessors());
            return new ResponseExecutor(NAME, size, PATIENCE_MILLIS);
        }
    }

    void install(@Observes Filters filters) {
        filters.register(this::enter, LAST);
    }

    void end(@Observes ShutdownEvent stop) {
        crew.close();
    }

    private void enter(RoutingContext exchange) {
        HttpMethod method = exchange.request().method();
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        if (reads && paths.areKept(exchange.request().uri())) {
            InFlightResponse flight = exchange.get(FLIGHT);
            crew.take(new Exchange(exchange, (ContextInternal) Vertx.currentContext(), flight));
        } else {
            exchange.next();
        }
    }

    private record Exchange(
            RoutingContext exchange,
            ContextInternal context,
            @Nullable InFlightResponse flight) implements ResponseExecutor.Task {

        @Override
        public int wanted() {
            return flight == null ? 0 : flight.wanted();
        }

        @Override
        public void begin() {
            context.dispatch(this::proceed);
        }

        @Override
        public void giveAway() {
            context.runOnContext(this::proceed);
        }

        private void proceed(@Nullable Void here) {
            HttpServerResponse response = exchange.response();
            if (response.closed() || response.ended()) {
                // Nobody is there any more.
                return;
            }
            if (flight != null) {
                flight.begin();
            }
            exchange.next();
        }
    }
}
