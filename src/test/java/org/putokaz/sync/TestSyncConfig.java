package org.putokaz.sync;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Settings of a document store that a test creates for itself. */
public final class TestSyncConfig {

    private TestSyncConfig() {}

    /** At most two downloads, files in that directory, and that wait for a document. */
    public static SyncConfig of(Path directory, Duration waitTimeout) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SyncConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "putokaz.sync.directory", directory.toString(),
                                "putokaz.sync.most-downloads", "2",
                                "putokaz.sync.making", waitTimeout.toString()),
                        "test",
                        100))
                .build()
                .getConfigMapping(SyncConfig.class);
    }
}
