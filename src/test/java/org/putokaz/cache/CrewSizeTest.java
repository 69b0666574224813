package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewSizeTest {

    private static final int LEAST = 2;
    private static final int MOST = 7;
    private static final long WAITED = CrewSize.WAIT_MILLIS;

    private double load;
    private int looks;
    private long millis = 1_000_000;
    private final CrewSize size = new CrewSize(LEAST, MOST, () -> {
        looks++;
        return load;
    });

    private int next(long waited) {
        millis += CrewSize.LOOK_MILLIS;
        return size.next(waited, millis);
    }

    /** The first look learns only since when. */
    @BeforeEach
    void look() {
        assertThat(next(WAITED)).isEqualTo(LEAST);
    }

    @Test
    void itDoublesWhileTheProcessorsWaitToo() {
        load = 0.2;
        assertThat(next(WAITED)).isEqualTo(4);
        assertThat(next(WAITED)).isEqualTo(MOST);
        assertThat(next(WAITED)).isEqualTo(MOST);
        assertThat(size.now()).isEqualTo(MOST);
    }

    @Test
    void itDoesNotGrowForWhoHasOnlyJustCome() {
        assertThat(next(WAITED - 1)).isEqualTo(LEAST);
        assertThat(next(0)).isEqualTo(LEAST);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.75, 0.9, 1, 1.2, Double.NaN})
    void itDoesNotGrowOnProcessorsThatAreBusy(double used) {
        load = used;
        assertThat(next(WAITED)).isEqualTo(LEAST);
    }

    @Test
    void itShrinksOneByOneWhenTheProcessorsAreBusyWhoeverWaits() {
        next(WAITED);
        load = 0.9;
        assertThat(next(WAITED)).as("neither idle nor busy").isEqualTo(4);
        load = 0.95;
        assertThat(next(WAITED)).isEqualTo(3);
        assertThat(next(0)).isEqualTo(LEAST);
        assertThat(next(WAITED)).isEqualTo(LEAST);
    }

    /** The kernel counts in hundredths of a second. */
    @Test
    void aFigureOverAMomentIsNotTaken() {
        int before = looks;
        for (int i = 1; i < CrewSize.LOOK_MILLIS; i++) {
            assertThat(size.next(WAITED, millis + i)).isEqualTo(LEAST);
        }
        assertThat(looks).isEqualTo(before);
        assertThat(next(WAITED)).isEqualTo(4);
    }

    @Test
    void aFigureSinceLongAgoChangesNothing() {
        millis += CrewSize.RECENT_MILLIS;
        assertThat(next(WAITED)).isEqualTo(LEAST);
        assertThat(next(WAITED)).isEqualTo(4);
    }

    @Test
    void itIsNeverLargerThanMost() {
        assertThat(new CrewSize(8, 3, () -> 0).now()).isEqualTo(3);
    }
}
