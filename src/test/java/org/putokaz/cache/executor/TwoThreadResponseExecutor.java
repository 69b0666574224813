package org.putokaz.cache.executor;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.putokaz.fixture.WatchedDriver;

/** Replacement of the response executor: two threads, and a maximum queue delay that a busy machine does not reach. */
@Singleton
@Alternative
class TwoThreadResponseExecutor {

    static final String THREAD_NAME = "two-thread-executor";
    static final int SIZE = 2;
    static final long MAX_QUEUE_DELAY_MILLIS = 2000;

    @Produces
    @Singleton
    ResponseExecutor responseExecutor() {
        return new ResponseExecutor(THREAD_NAME, SIZE, MAX_QUEUE_DELAY_MILLIS);
    }

    /** Test profile with this executor and a JDBC driver that records statements. */
    public static class Profile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.driver", WatchedDriver.class.getName());
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(TwoThreadResponseExecutor.class);
        }
    }
}
