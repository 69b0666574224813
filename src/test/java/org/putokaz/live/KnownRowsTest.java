package org.putokaz.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.putokaz.live.KnownRows.Question;
import org.putokaz.live.consistency.VersionedQueries;

class KnownRowsTest {

    private static final VersionedQueries.Row<Long> LONG = row -> row.getLong(1);
    private static final VersionedQueries.Row<String> TEXT = row -> row.getString(1);
    private static final String SQL = "select f.id from live.history_event f where f.id = ?";
    private static final UUID ID = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    private final KnownRows known = new KnownRows(() -> true);

    private static Question question(VersionedQueries.Row<?> made, Object... values) {
        return Objects.requireNonNull(Question.of(made, "", SQL, List.of(values)));
    }

    @Test
    void whatWasSaidHoldsWhereTheFeedStoodThen() {
        known.keep("here", Map.of(question(LONG, "a"), List.of(7L)));
        assertThat(known.recall("here", question(LONG, "a"))).isEqualTo(List.of(7L));
        assertThat(known.recall("there", question(LONG, "a"))).isNull();
    }

    @Test
    void whatIsSaidElsewhereTakesItsPlace() {
        known.keep("here", Map.of(question(LONG, "a"), List.of(7L)));
        known.keep("there", Map.of(question(LONG, "b"), List.of(8L)));
        assertThat(known.recall("there", question(LONG, "a"))).isNull();
        assertThat(known.recall("here", question(LONG, "a"))).isNull();
        assertThat(known.recall("there", question(LONG, "b"))).isEqualTo(List.of(8L));
    }

    @Test
    void anotherQuestionIsNotAnsweredByIt() {
        known.keep("here", Map.of(question(LONG, "a", 1), List.of(7L)));
        assertThat(known.recall("here", question(LONG, "a", 2))).isNull();
        assertThat(known.recall("here", question(LONG, "a", 1L))).isNull();
        assertThat(known.recall("here", question(LONG, "a"))).isNull();
        assertThat(known.recall("here", question(TEXT, "a", 1)))
                .as("rows of another kind")
                .isNull();
        assertThat(known.recall("here", Objects.requireNonNull(Question.of(LONG, "e.id", SQL, List.of("a", 1)))))
                .as("other columns")
                .isNull();
    }

    @Test
    void idsAndKeysAreComparedByWhatIsInThem() {
        byte[] key = "ключ".getBytes(StandardCharsets.UTF_8);
        known.keep("here", Map.of(question(LONG, new UUID[] {ID}, key), List.of(7L)));
        byte[] same = key.clone();
        assertThat(known.recall("here", question(LONG, new UUID[] {ID}, same))).isEqualTo(List.of(7L));
        same[0]++;
        assertThat(known.recall("here", question(LONG, new UUID[] {ID}, same))).isNull();
        assertThat(known.recall("here", question(LONG, new UUID[] {ID, ID}, key)))
                .isNull();
        // Whoever asked may go on writing in his own array.
        key[0]++;
        assertThat(known.recall("here", question(LONG, new UUID[] {ID}, key))).isNull();
    }

    @Test
    void whatCannotBeComparedIsNotAsked() {
        assertThat(Question.of(LONG, "", SQL, List.of(new int[] {1}))).isNull();
    }

    @Test
    void nothingIsAnAnswerToo() {
        known.keep("here", Map.of(question(LONG, "a"), List.of()));
        assertThat(known.recall("here", question(LONG, "a"))).isNotNull().isEmpty();
    }

    @Test
    void nobodyChangesIt() {
        known.keep("here", Map.of(question(LONG, "a"), new ArrayList<>(List.of(7L))));
        List<?> rows = Objects.requireNonNull(known.recall("here", question(LONG, "a")));
        assertThatThrownBy(() -> rows.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    /** A thousand bytes each at least, a thirty-second of the heap and 32 MiB at most. */
    @Test
    void whatIsTooMuchMakesItBeginAnew() {
        known.keep("here", Map.of(question(LONG, "first"), List.of(7L)));
        int some = 0;
        while (known.recall("here", question(LONG, "first")) != null) {
            known.keep("here", Map.of(question(LONG, some++), List.of(7L)));
            assertThat(some).isLessThan(32 << 10);
        }
        assertThat(some).isGreaterThan(1000);
        assertThat(known.recall("here", question(LONG, some - 1)))
                .as("the newest")
                .isNotNull();
    }

    @Test
    void manyRowsWeighMore() {
        assertThat(asManyAsThereIsRoomFor(List.of("x"), Collections.nCopies(30_000, 7L)))
                .isLessThan(10);
    }

    @Test
    void longQuestionsWeighMore() {
        assertThat(asManyAsThereIsRoomFor(List.of("x".repeat(5_000_000)), List.of()))
                .isLessThan(10);
    }

    @Test
    void manyIdsWeighMore() {
        UUID[] ids = Collections.nCopies(100_000, ID).toArray(UUID[]::new);
        assertThat(asManyAsThereIsRoomFor(List.of((Object) ids), List.of())).isLessThan(10);
    }

    /** Until the first is gone; each question has a number too. */
    private int asManyAsThereIsRoomFor(List<Object> asked, List<Long> rows) {
        known.keep("here", Map.of(question(LONG, "first"), List.of(7L)));
        int some = 0;
        while (known.recall("here", question(LONG, "first")) != null && some < 1000) {
            List<Object> values = new ArrayList<>(asked);
            values.add(some++);
            known.keep("here", Map.of(question(LONG, values.toArray()), rows));
        }
        return some;
    }

    @Test
    void whereNothingIsToBeRememberedNothingIs() {
        KnownRows none = new KnownRows(() -> false);
        none.keep("here", Map.of(question(LONG, "a"), List.of(7L)));
        assertThat(none.recall("here", question(LONG, "a"))).isNull();
    }

    @Test
    void itCanBeForgotten() {
        known.keep("here", Map.of(question(LONG, "a"), List.of(7L)));
        known.forget();
        assertThat(known.recall("here", question(LONG, "a"))).isNull();
    }
}
