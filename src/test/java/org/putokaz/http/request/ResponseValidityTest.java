package org.putokaz.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResponseValidityTest {

    private static final Instant NOW = Instant.parse("2026-06-30T22:30:00Z");
    private static final UUID FEED = UUID.fromString("01a20a8f-f164-784f-8978-7991cf34943f");

    private final ResponseValidity validity = new ResponseValidity(NOW, ZoneId.of("Europe/Belgrade"));

    private static FeedSource source(UUID feed, long position) {
        return new FeedSource(feed, "79.1", position);
    }

    @Test
    void theNextChangeIsTheNearestToComeAndTheLastTheNearestPast() {
        validity.addChangeAt(NOW.plusSeconds(20));
        validity.addChangeAt(NOW.plusSeconds(10));
        validity.addChangeAt(NOW.plusSeconds(30));
        validity.addChangeAt(NOW.minusSeconds(20));
        validity.addChangeAt(NOW.minusSeconds(10));
        validity.addChangeAt(NOW.minusSeconds(30));
        assertThat(validity.nextChange()).isEqualTo(NOW.plusSeconds(10));
        assertThat(validity.lastChange()).isEqualTo(NOW.minusSeconds(10));
    }

    @Test
    void whatDependsOnTheDayChangedAndWillChangeAtMidnight() {
        validity.limitToToday();
        assertThat(validity.lastChange()).isEqualTo("2026-06-30T22:00:00Z");
        assertThat(validity.nextChange()).isEqualTo("2026-07-01T22:00:00Z");
    }

    @Test
    void whatIsOfThisInstantChangedNow() {
        validity.limitToNow();
        assertThat(validity.lastChange()).isEqualTo(NOW);
        assertThat(validity.isLimitedToNow()).isTrue();
    }

    @Test
    void theEarliestOfSeveralScheduledChangesCounts() {
        validity.addScheduledChange(NOW.plusSeconds(5));
        validity.addScheduledChange(NOW.plusSeconds(3));
        validity.addScheduledChange(NOW.plusSeconds(4));
        assertThat(validity.scheduledChange()).isEqualTo(NOW.plusSeconds(3));
    }

    @Test
    void theEarliestStateOfOneFeedCounts() {
        validity.addSource(source(FEED, 7));
        validity.addSource(source(FEED, 5));
        validity.addSource(source(FEED, 6));
        validity.addSource(source(UUID.randomUUID(), 1));
        assertThat(validity.source()).isEqualTo(source(FEED, 5));
    }

    @Test
    void whatWasAddedSinceACopyIsDiscarded() {
        validity.addChangeAt(NOW.plusSeconds(20));
        ResponseValidity before = validity.copy();
        validity.addChangeAt(NOW.plusSeconds(10));
        validity.addScheduledChange(NOW);
        validity.limitToNow();
        validity.setSoleEntry(FEED);
        validity.addSource(source(FEED, 5));
        assertThat(before.nextChange()).isEqualTo(NOW.plusSeconds(20));

        validity.restore(before);
        assertThat(validity).usingRecursiveComparison().isEqualTo(before);
        assertThat(validity.isLimitedToNow()).isFalse();
        assertThat(validity.source()).isNull();
    }
}
