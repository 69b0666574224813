package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.putokaz.live.feed.EntryChange;
import org.putokaz.live.feed.FeedPosition;

class ChangeHistoryTest {

    private static final String EVENTS = "history-events";
    private static final String GUIDES = "help-guides";

    private final UUID feed = new UUID(1, 1);
    private final UUID first = new UUID(2, 1);
    private final UUID second = new UUID(2, 2);
    private final ChangeHistory start = ChangeHistory.startingAt(position(10));

    private FeedPosition position(long value) {
        return new FeedPosition(feed, "c", value);
    }

    private static ResponseDependencies events(UUID entry) {
        return new ResponseDependencies(EVENTS, entry);
    }

    @Test
    void whatWasReadBeforeItBeganMayHaveChanged() {
        ResponseDependencies unknown = new ResponseDependencies(null, null);
        for (ResponseDependencies dependencies : List.of(events(null), events(first), unknown)) {
            assertThat(start.affects(dependencies, 9)).isTrue();
        }
        assertThat(start.affects(events(null), 10)).isFalse();
        assertThat(start.affects(events(first), 10)).isFalse();
        assertThat(start.affects(new ResponseDependencies(null, null), 10)).isTrue();
    }

    @Test
    void aChangeTouchesItsEntryAndWhateverIsMadeOfItsFamily() {
        ChangeHistory history = start.plus(List.of(new EntryChange(first, EVENTS, 11)), 12);

        assertThat(history.affects(events(first), 10)).isTrue();
        assertThat(history.affects(events(first), 11)).isFalse();
        assertThat(history.affects(events(second), 10)).isFalse();
        assertThat(history.affects(events(second), 9)).isTrue();
        assertThat(history.affects(events(null), 10)).isTrue();
        assertThat(history.affects(events(null), 11)).isFalse();
        assertThat(history.affects(new ResponseDependencies(GUIDES, null), 10)).isFalse();
        assertThat(history.affects(new ResponseDependencies(null, first), 10)).isTrue();
        assertThat(history.includes(position(12))).isTrue();
        assertThat(history.includes(position(13))).isFalse();
        assertThat(history.includes(new FeedPosition(second, "c", 12))).isFalse();
    }

    @Test
    void onlyWhatComesNextFollows() {
        assertThat(start.isContiguousWith(
                        List.of(new EntryChange(first, EVENTS, 11), new EntryChange(second, EVENTS, 12))))
                .isTrue();
        assertThat(start.isContiguousWith(List.of(new EntryChange(first, EVENTS, 12))))
                .isFalse();
        assertThat(start.isContiguousWith(List.of(new EntryChange(first, EVENTS, 10))))
                .isFalse();
        assertThat(start.isContiguousWith(List.of())).isFalse();
    }

    @Test
    void anEntryThatChangesAgainIsTouchedAgain() {
        ChangeHistory history = start.plus(List.of(new EntryChange(first, EVENTS, 11)), 11)
                .plus(List.of(new EntryChange(second, EVENTS, 12), new EntryChange(first, EVENTS, 13)), 13);
        assertThat(history.affects(events(first), 12)).isTrue();
        assertThat(history.affects(events(second), 12)).isFalse();
    }

    @Test
    void ofMoreThanItHoldsTheFamilyAloneDecides() {
        List<EntryChange> many = LongStream.rangeClosed(11, 10 + ChangeHistory.MAX_ENTRIES)
                .mapToObj(position -> new EntryChange(new UUID(3, position), EVENTS, position))
                .toList();
        ChangeHistory history = start.plus(many, 10 + ChangeHistory.MAX_ENTRIES);
        assertThat(history.affects(events(first), 10)).isFalse();

        long last = 11 + ChangeHistory.MAX_ENTRIES;
        ChangeHistory more = history.plus(List.of(new EntryChange(second, EVENTS, last)), last);
        assertThat(more.affects(events(first), 10)).isTrue();
        assertThat(more.affects(events(new UUID(3, 11)), 10)).isTrue();
        assertThat(more.affects(events(first), 11)).isFalse();
        assertThat(more.affects(events(new UUID(3, 12)), 11)).isTrue();
        assertThat(more.affects(events(second), last - 1)).isTrue();
    }
}
