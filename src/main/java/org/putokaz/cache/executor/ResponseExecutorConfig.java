package org.putokaz.cache.executor;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;

/** Settings of the {@link ResponseExecutor}. */
@ConfigMapping(prefix = "putokaz.responses")
public interface ResponseExecutorConfig {

    /**
     * Number of threads, at least 1; without it two for each available processor. More are useful with a
     * distant database, up to the number of its connections ({@code quarkus.datasource.jdbc.max-size}).
     */
    OptionalInt threads();
}
