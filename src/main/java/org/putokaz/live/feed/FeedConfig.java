package org.putokaz.live.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the change feed. */
@ConfigMapping(prefix = "putokaz.feed")
public interface FeedConfig {

    /**
     * Any text, to be changed each time the database is restored from a backup (its date will do). The feed then gets a new
     * id: consumers with an older token are told to start again, as their last changes may be missing from the backup.
     */
    Optional<String> restored();

    /** Interval between polls for what other nodes have published, where the database sends no notification. */
    @WithDefault("PT0.5S")
    Duration look();
}
