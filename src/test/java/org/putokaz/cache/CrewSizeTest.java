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
    private static final long STEP = CrewSize.LOOK_MILLIS / 5;

    private double load = 0.2;
    private int figures;
    private long millis = 1_000_000;
    private final CrewSize size = new CrewSize(LEAST, MOST, () -> {
        figures++;
        return load;
    });

    /** Looks until there is a new figure. */
    private int next(long waited) {
        int before = figures;
        while (figures == before) {
            millis += STEP;
            size.next(waited, millis);
        }
        return size.now();
    }

    /** The first look learns only since when. */
    @BeforeEach
    void look() {
        assertThat(next(0)).isEqualTo(LEAST);
    }

    @Test
    void itDoublesWhileTheProcessorsWaitToo() {
        assertThat(next(WAITED)).isEqualTo(4);
        assertThat(next(WAITED)).isEqualTo(MOST);
        assertThat(next(WAITED)).isEqualTo(MOST);
    }

    @Test
    void itDoesNotGrowForWhoHasOnlyJustCome() {
        assertThat(next(WAITED - 1)).isEqualTo(LEAST);
        assertThat(next(0)).isEqualTo(LEAST);
    }

    /** The figure would be mostly of the time before. */
    @Test
    void itDoesNotGrowWhereSomebodyWaitsForAMoment() {
        millis += STEP;
        size.next(0, millis);
        assertThat(next(WAITED)).isEqualTo(LEAST);
        assertThat(next(WAITED)).isEqualTo(4);
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

    @Test
    void itShrinksSlowlyWhereNobodyWaits() {
        next(WAITED);
        long before = millis;
        while (next(0) == 4) {
            assertThat(millis - before).isLessThan(CrewSize.CALM_MILLIS);
        }
        assertThat(millis - before).isGreaterThanOrEqualTo(CrewSize.CALM_MILLIS);
        assertThat(size.now()).isEqualTo(3);
        assertThat(next(0)).isEqualTo(3);
    }

    /** The kernel counts in hundredths of a second. */
    @Test
    void aFigureOverAMomentIsNotTaken() {
        int before = figures;
        for (int i = 1; i < CrewSize.LOOK_MILLIS; i++) {
            assertThat(size.next(WAITED, millis + i)).isEqualTo(LEAST);
        }
        assertThat(figures).isEqualTo(before);
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
