package org.putokaz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedEditionsTest {

    private final List<Event> events = SampleEvents.of(7).subList(0, 3);
    private final PublishedEditions editions = new PublishedEditions(events);

    @BeforeEach
    void publishFive() {
        for (int i = 0; i < 5; i++) {
            long edition = editions.begin();
            editions.acknowledge(edition, 1000 + edition);
        }
    }

    private static ObservedEditions edition(Event event, long edition) {
        return new ObservedEditions(-1, Map.of(event.slug(), edition));
    }

    @Test
    void whatWasAcknowledgedBeforeTheRequestMustBeShown() {
        // Edition 4 was the last of event 1, which is 4 modulo 3.
        assertThat(error(edition(events.get(1), 4), 5)).isNull();
        assertThat(error(edition(events.get(1), 1), 5)).contains("stale");
        assertThat(error(edition(events.get(1), 1), 3)).isNull();
    }

    @Test
    void whatWasNotPublishedYetIsAsItWasAtTheStart() {
        assertThat(error(edition(events.get(0), 0), 2)).isNull();
        assertThat(error(edition(events.get(0), 0), 3)).contains("stale");
    }

    @Test
    void aLaterEditionIsRightUnlessItWasNeverBegun() {
        assertThat(error(edition(events.get(2), 5), 2)).isNull();
        assertThat(error(edition(events.get(2), 8), 5)).contains("made up");
        editions.begin();
        assertThat(error(edition(events.get(0), 6), 5)).isNull();
    }

    @Test
    void aPositionMayNotBeOlder() {
        assertThat(error(new ObservedEditions(1004, Map.of()), 5)).contains("position 1004 after 1005");
        assertThat(error(new ObservedEditions(1005, Map.of()), 5)).isNull();
    }

    private @Nullable String error(ObservedEditions observed, long acknowledged) {
        return editions.error(observed, acknowledged, editions.lastBegun());
    }
}
