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
    private final ChangeHistory none = ChangeHistory.startingAt(place(10));

    private FeedPosition place(long position) {
        return new FeedPosition(feed, "c", position);
    }

    private static ResponseDependencies events(UUID entry) {
        return new ResponseDependencies(EVENTS, entry);
    }

    @Test
    void whatWasReadBeforeItBeganMayHaveChanged() {
        for (ResponseDependencies answer : List.of(events(null), events(first), new ResponseDependencies(null, null))) {
            assertThat(none.affects(answer, 9)).isTrue();
        }
        assertThat(none.affects(events(null), 10)).isFalse();
        assertThat(none.affects(events(first), 10)).isFalse();
        assertThat(none.affects(new ResponseDependencies(null, null), 10)).isTrue();
    }

    @Test
    void aChangeTouchesItsEntryAndWhateverIsMadeOfItsFamily() {
        ChangeHistory seen = none.plus(List.of(new EntryChange(first, EVENTS, 11)), 12);

        assertThat(seen.affects(events(first), 10)).isTrue();
        assertThat(seen.affects(events(first), 11)).isFalse();
        assertThat(seen.affects(events(second), 10)).isFalse();
        assertThat(seen.affects(events(second), 9)).isTrue();
        assertThat(seen.affects(events(null), 10)).isTrue();
        assertThat(seen.affects(events(null), 11)).isFalse();
        assertThat(seen.affects(new ResponseDependencies(GUIDES, null), 10)).isFalse();
        assertThat(seen.affects(new ResponseDependencies(null, first), 10)).isTrue();
        assertThat(seen.includes(place(12))).isTrue();
        assertThat(seen.includes(place(13))).isFalse();
        assertThat(seen.includes(new FeedPosition(second, "c", 12))).isFalse();
    }

    @Test
    void onlyWhatComesNextFollows() {
        assertThat(none.isContiguousWith(List.of(new EntryChange(first, EVENTS, 11), new EntryChange(second, EVENTS, 12))))
                .isTrue();
        assertThat(none.isContiguousWith(List.of(new EntryChange(first, EVENTS, 12))))
                .isFalse();
        assertThat(none.isContiguousWith(List.of(new EntryChange(first, EVENTS, 10))))
                .isFalse();
        assertThat(none.isContiguousWith(List.of())).isFalse();
    }

    @Test
    void anEntryThatChangesAgainIsTouchedAgain() {
        ChangeHistory seen = none.plus(List.of(new EntryChange(first, EVENTS, 11)), 11)
                .plus(List.of(new EntryChange(second, EVENTS, 12), new EntryChange(first, EVENTS, 13)), 13);
        assertThat(seen.affects(events(first), 12)).isTrue();
        assertThat(seen.affects(events(second), 12)).isFalse();
    }

    @Test
    void ofMoreThanItHoldsTheFamilyAloneDecides() {
        List<EntryChange> many = LongStream.rangeClosed(11, 10 + ChangeHistory.MAX_ENTRIES)
                .mapToObj(position -> new EntryChange(new UUID(3, position), EVENTS, position))
                .toList();
        ChangeHistory seen = none.plus(many, 10 + ChangeHistory.MAX_ENTRIES);
        assertThat(seen.affects(events(first), 10)).isFalse();

        long last = 11 + ChangeHistory.MAX_ENTRIES;
        ChangeHistory more = seen.plus(List.of(new EntryChange(second, EVENTS, last)), last);
        assertThat(more.affects(events(first), 10)).isTrue();
        assertThat(more.affects(events(new UUID(3, 11)), 10)).isTrue();
        assertThat(more.affects(events(first), 11)).isFalse();
        assertThat(more.affects(events(new UUID(3, 12)), 11)).isTrue();
        assertThat(more.affects(events(second), last - 1)).isTrue();
    }
}
