package org.putokaz.cache;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;
import org.putokaz.http.edge.EdgeHandler;

/** Counts the requests that the server has made something of, before anything else looks at them. */
@Singleton
class RequestCountFilter {

    /** Who sends this gets that, as where an operator adds a header to every response. */
    static final String ADDS = "X-Test-Adds";

    static final String ADDED = "X-Test-Added";

    private final LongAdder requests = new LongAdder();

    void install(@Observes Filters filters) {
        filters.register(
                context -> {
                    requests.increment();
                    if (context.request().headers().contains(ADDS)) {
                        context.response().putHeader(ADDED, "true");
                    }
                    context.next();
                },
                EdgeHandler.FILTER_PRIORITY + 3);
    }

    long requests() {
        return requests.sum();
    }
}
