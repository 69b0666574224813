package org.putokaz.live.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What an operator says about the change feed. */
@ConfigMapping(prefix = "putokaz.feed")
public interface FeedConfig {

    /**
     * Any text, another one after each time the database is restored from a backup (its date will do). The feed then
     * takes another identity: those who hold a token from before are told to start again, because what they saw last may
     * never have happened here.
     */
    Optional<String> restored();

    /** How often to look whether another node has published, where the database does not say so by itself. */
    @WithDefault("PT0.5S")
    Duration look();
}
