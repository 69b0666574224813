package org.putokaz.cache.executor;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.putokaz.fixture.WatchedDriver;

/** Two who make answers, never more, and with more patience than a busy machine needs. */
@Singleton
@Alternative
class TwoThreadResponseExecutor {

    static final String NAME = "small-crew";
    static final int SIZE = 2;
    static final long PATIENCE_MILLIS = 2000;

    @Produces
    @Singleton
    ResponseExecutor crew() {
        return new ResponseExecutor(NAME, SIZE, PATIENCE_MILLIS);
    }

    /** With it, and a watch over what is asked of the database. */
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
