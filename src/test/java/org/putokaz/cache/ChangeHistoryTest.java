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
    private final ChangeHistory none = ChangeHistory.from(place(10));

    private FeedPosition place(long position) {
        return new FeedPosition(feed, "c", position);
    }

    private static ResponseDependencies events(UUID entry) {
        return new ResponseDependencies(EVENTS, entry);
    }

    @Test
    void whatWasReadBeforeItBeganMayHaveChanged() {
        for (ResponseDependencies answer : List.of(events(null), events(first), new ResponseDependencies(null, null))) {
            assertThat(none.haveTouched(answer, 9)).isTrue();
        }
        assertThat(none.haveTouched(events(null), 10)).isFalse();
        assertThat(none.haveTouched(events(first), 10)).isFalse();
        assertThat(none.haveTouched(new ResponseDependencies(null, null), 10)).isTrue();
    }

    @Test
    void aChangeTouchesItsEntryAndWhateverIsMadeOfItsFamily() {
        ChangeHistory seen = none.and(List.of(new EntryChange(first, EVENTS, 11)), 12);

        assertThat(seen.haveTouched(events(first), 10)).isTrue();
        assertThat(seen.haveTouched(events(first), 11)).isFalse();
        assertThat(seen.haveTouched(events(second), 10)).isFalse();
        assertThat(seen.haveTouched(events(second), 9)).isTrue();
        assertThat(seen.haveTouched(events(null), 10)).isTrue();
        assertThat(seen.haveTouched(events(null), 11)).isFalse();
        assertThat(seen.haveTouched(new ResponseDependencies(GUIDES, null), 10)).isFalse();
        assertThat(seen.haveTouched(new ResponseDependencies(null, first), 10)).isTrue();
        assertThat(seen.covers(place(12))).isTrue();
        assertThat(seen.covers(place(13))).isFalse();
        assertThat(seen.covers(new FeedPosition(second, "c", 12))).isFalse();
    }

    @Test
    void onlyWhatComesNextFollows() {
        assertThat(none.isFollowedBy(List.of(new EntryChange(first, EVENTS, 11), new EntryChange(second, EVENTS, 12))))
                .isTrue();
        assertThat(none.isFollowedBy(List.of(new EntryChange(first, EVENTS, 12))))
                .isFalse();
        assertThat(none.isFollowedBy(List.of(new EntryChange(first, EVENTS, 10))))
                .isFalse();
        assertThat(none.isFollowedBy(List.of())).isFalse();
    }

    @Test
    void anEntryThatChangesAgainIsTouchedAgain() {
        ChangeHistory seen = none.and(List.of(new EntryChange(first, EVENTS, 11)), 11)
                .and(List.of(new EntryChange(second, EVENTS, 12), new EntryChange(first, EVENTS, 13)), 13);
        assertThat(seen.haveTouched(events(first), 12)).isTrue();
        assertThat(seen.haveTouched(events(second), 12)).isFalse();
    }

    @Test
    void ofMoreThanItHoldsTheFamilyAloneDecides() {
        List<EntryChange> many = LongStream.rangeClosed(11, 10 + ChangeHistory.MOST_ENTRIES)
                .mapToObj(position -> new EntryChange(new UUID(3, position), EVENTS, position))
                .toList();
        ChangeHistory seen = none.and(many, 10 + ChangeHistory.MOST_ENTRIES);
        assertThat(seen.haveTouched(events(first), 10)).isFalse();

        long last = 11 + ChangeHistory.MOST_ENTRIES;
        ChangeHistory more = seen.and(List.of(new EntryChange(second, EVENTS, last)), last);
        assertThat(more.haveTouched(events(first), 10)).isTrue();
        assertThat(more.haveTouched(events(new UUID(3, 11)), 10)).isTrue();
        assertThat(more.haveTouched(events(first), 11)).isFalse();
        assertThat(more.haveTouched(events(new UUID(3, 12)), 11)).isTrue();
        assertThat(more.haveTouched(events(second), last - 1)).isTrue();
    }
}
