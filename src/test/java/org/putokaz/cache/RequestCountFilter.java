package org.putokaz.cache;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;
import org.putokaz.http.edge.EdgeHandler;

/** Filter that counts the requests Vert.x has parsed, before any other filter. It can also add a response header. */
@Singleton
class RequestCountFilter {

    /** Request header that has {@link #ADDED} set, as an operator's setting would on every response. */
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
