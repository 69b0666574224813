package org.putokaz.sync;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The settings of a shelf of documents that a test has for itself. */
public final class TestSyncConfig {

    private TestSyncConfig() {}

    /** Two downloads at once, in that folder. */
    public static SyncConfig of(Path folder, Duration making) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SyncConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "putokaz.sync.directory", folder.toString(),
                                "putokaz.sync.most-downloads", "2",
                                "putokaz.sync.making", making.toString()),
                        "test",
                        100))
                .build()
                .getConfigMapping(SyncConfig.class);
    }
}
