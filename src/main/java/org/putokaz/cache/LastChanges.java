package org.putokaz.cache;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ChangeFeed;
import org.putokaz.live.FeedWatch;

/** At which position each family changed last: what was made of one family outlives the changes of the others. */
@ApplicationScoped
class LastChanges {

    private final FeedWatch watch;
    private final ChangeFeed feed;
    private volatile Known known = new Known(0, 0, Map.of());

    /**
     * @param upTo all changes up to this position are in it
     * @param from where it begins; whatever has not changed since then may have changed there
     */
    private record Known(long upTo, long from, Map<String, Long> last) {

        boolean hasChangedSince(long position, String family) {
            return last.getOrDefault(family, from) > position;
        }
    }

    @Inject
    LastChanges(FeedWatch watch, ChangeFeed feed) {
        this.watch = watch;
        this.feed = feed;
    }

    void begin() {
        long now = watch.position();
        known = new Known(now, now, Map.of());
    }

    /** Reads on; on one thread only. */
    void read() {
        Known before = known;
        if (before.upTo() < watch.position()) {
            known = QuarkusTransaction.requiringNew().call(() -> {
                // First the clock: what is published in between is counted, and read once more the next time.
                long upTo = feed.now().position();
                Map<String, Long> last = new HashMap<>(before.last());
                last.putAll(feed.changedAfter(before.upTo()));
                return new Known(upTo, before.from(), last);
            });
        }
    }

    /**
     * Whether what was read from the store at a position is what one would read now.
     *
     * @param family of which alone it was made; null where it may have been made of anything
     */
    boolean isCurrent(long position, @Nullable String family) {
        long now = watch.position();
        Known latest = known;
        return position >= now || family != null && latest.upTo() >= now && !latest.hasChangedSince(position, family);
    }
}
