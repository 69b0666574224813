package org.putokaz.cache;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;
import org.putokaz.http.Edge;

/** Counts the requests that the server has made something of, before anything else looks at them. */
@Singleton
class SeenByServer {

    private final LongAdder requests = new LongAdder();

    void install(@Observes Filters filters) {
        filters.register(
                context -> {
                    requests.increment();
                    context.next();
                },
                Edge.BEFORE_EVERYTHING + 2);
    }

    long requests() {
        return requests.sum();
    }
}
