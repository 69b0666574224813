package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.putokaz.http.request.FeedSource;
import org.putokaz.live.feed.FeedPosition;

/** Feed position of computed responses: never later than the data they show. */
class InFlightResponseTest {

    private static final UUID FEED = new UUID(0, 1);
    private static final UUID RESTORED = new UUID(0, 2);

    private FeedPosition now = new FeedPosition(FEED, "icu", 5);
    private final InFlightResponse inFlight = new InFlightResponse(() -> now);

    private static FeedSource source(UUID feed, String collation, long position) {
        return new FeedSource(feed, collation, position);
    }

    @Test
    void whatIsNotReadFromTheStoreIsAsOldAsItsBeginning() {
        assertThat(inFlight.validFrom(null)).isEqualTo(now);
        FeedPosition first = now;
        now = new FeedPosition(FEED, "icu", 7);
        assertThat(inFlight.validFrom(null)).isEqualTo(first);
        inFlight.markStarted();
        assertThat(inFlight.validFrom(null)).isEqualTo(now);
    }

    @Test
    void whatIsReadFromAnEarlierStateIsOfThatState() {
        assertThat(inFlight.validFrom(source(FEED, "icu", 4)).position()).isEqualTo(4);
        assertThat(inFlight.validFrom(source(FEED, "icu", 5)).position()).isEqualTo(5);
    }

    @Test
    void whatIsReadFromALaterStateIsAtLeastAsFarAsItsBeginning() {
        assertThat(inFlight.validFrom(source(FEED, "icu", 6)).position()).isEqualTo(5);
    }

    @Test
    void whatIsReadFromAnotherFeedIsOfThatFeed() {
        assertThat(inFlight.validFrom(source(RESTORED, "icu", 9))).isEqualTo(new FeedPosition(RESTORED, "icu", 9));
        assertThat(inFlight.validFrom(source(FEED, "newer", 9))).isEqualTo(new FeedPosition(FEED, "newer", 9));
    }
}
