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
    private volatile Known known;

    /**
     * @param began what has not changed since may have changed there
     * @param upTo all changes up to this position are in it
     */
    private record Known(FeedWatch.Place began, long upTo, Map<String, Long> last) {

        static Known from(FeedWatch.Place place) {
            return new Known(place, place.position(), Map.of());
        }

        boolean covers(FeedWatch.Place now) {
            return began.isInTheSameAs(now) && upTo >= now.position();
        }

        boolean hasChangedSince(long position, String family) {
            return last.getOrDefault(family, began.position()) > position;
        }
    }

    @Inject
    LastChanges(FeedWatch watch, ChangeFeed feed) {
        this.watch = watch;
        this.feed = feed;
        this.known = Known.from(watch.place());
    }

    /** Reads on; on one thread only. */
    void read() {
        Known before = known;
        FeedWatch.Place now = watch.place();
        if (!before.began().isInTheSameAs(now)) {
            known = Known.from(now);
        } else if (before.upTo() < now.position()) {
            known = QuarkusTransaction.requiringNew().call(() -> {
                // First the clock: what is published in between is counted, and read once more the next time.
                long upTo = feed.now().position();
                Map<String, Long> last = new HashMap<>(before.last());
                last.putAll(feed.changedAfter(before.upTo()));
                return new Known(before.began(), upTo, last);
            });
        }
    }

    /**
     * Whether what was read from the store, when it stood there, is what one would read now.
     *
     * @param family of which alone it was made; null where it may have been made of anything
     */
    boolean isCurrent(FeedWatch.Place read, @Nullable String family) {
        FeedWatch.Place now = watch.place();
        Known latest = known;
        return read.isInTheSameAs(now)
                && (read.position() >= now.position()
                        || family != null && latest.covers(now) && !latest.hasChangedSince(read.position(), family));
    }
}
