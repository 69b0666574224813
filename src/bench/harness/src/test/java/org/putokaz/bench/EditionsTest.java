package org.putokaz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditionsTest {

    private final List<Event> hot = Events.of(7).subList(0, 3);
    private final Editions editions = new Editions(hot);

    @BeforeEach
    void publishFive() {
        for (int i = 0; i < 5; i++) {
            long edition = editions.begin();
            editions.acknowledge(edition, 1000 + edition);
        }
    }

    private static Shown edition(Event event, long edition) {
        return new Shown(-1, Map.of(event.slug(), edition));
    }

    @Test
    void whatWasAcknowledgedBeforeTheQuestionMustBeSeen() {
        // Edition 4 was the last of the event 4 modulo 3.
        assertThat(complaint(edition(hot.get(1), 4), 5)).isNull();
        assertThat(complaint(edition(hot.get(1), 1), 5)).contains("stale");
        assertThat(complaint(edition(hot.get(1), 1), 3)).isNull();
    }

    @Test
    void whatWasNotPublishedYetIsAsItWasAtTheStart() {
        assertThat(complaint(edition(hot.get(0), 0), 2)).isNull();
        assertThat(complaint(edition(hot.get(0), 0), 3)).contains("stale");
    }

    @Test
    void theYoungerIsWelcomeUnlessNobodyWroteIt() {
        assertThat(complaint(edition(hot.get(2), 5), 2)).isNull();
        assertThat(complaint(edition(hot.get(2), 8), 5)).contains("made up");
        editions.begin();
        assertThat(complaint(edition(hot.get(0), 6), 5)).isNull();
    }

    @Test
    void aPositionMayNotLieBehind() {
        assertThat(complaint(new Shown(1004, Map.of()), 5)).contains("position 1004 after 1005");
        assertThat(complaint(new Shown(1005, Map.of()), 5)).isNull();
    }

    private @Nullable String complaint(Shown shown, long known) {
        return editions.complaint(shown, known, editions.begun());
    }
}
