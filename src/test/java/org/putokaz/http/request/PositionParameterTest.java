package org.putokaz.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionParameterTest {

    @ParameterizedTest
    @CsvSource({
        "/a, -1",
        "/a?x=1, -1",
        "/a?position, -1",
        "/a?xposition=1, -1",
        "/a?x=position=1, -1",
        "/position=1, -1",
        "/a/position=1?x=1, -1",
        "/a?POSITION=1, -1",
        "/a?p%6fsition=1, -1",
        "/a?position=0, 0",
        "/a?position=15, 15",
        "/a?x=1&position=15, 15",
        "/a?position=15&x=1, 15",
        "/a?xposition=1&position=15, 15",
        "/a?&position=15, 15",
        "/a?position=999999999999999999, 999999999999999999",
        "/a?position=, -2",
        "/a?position=&x=1, -2",
        "/a?position=00, -2",
        "/a?position=015, -2",
        "/a?position=-1, -2",
        "/a?position=+1, -2",
        "/a?position=1.0, -2",
        "/a?position=1e3, -2",
        "/a?position=%31, -2",
        "/a?position=1000000000000000000, -2",
        "/a?position=\u0661, -2",
        "/a?position=1&position=1, -2",
        "/a?position=1&x=2&position=2, -2"
    })
    void thereIsOneSpelling(String target, long value) {
        assertThat(PositionParameter.valueIn(target)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "/a, /a",
        "/a?x=position=1, /a?x=position=1",
        "/a?position=15, /a",
        "/a?position=15&x=1, /a?x=1",
        "/a?x=1&position=15, /a?x=1",
        "/a?x=1&position=15&y=2, /a?x=1&y=2",
        "/a?xposition=1&position=15, /a?xposition=1",
        "/a?position=1&position=2, /a",
        "/a?position=1&x=1&position=2, /a?x=1",
        "/a?position=, /a",
        "/a?position=015&x=1, /a?x=1"
    })
    void theTargetIsTheSameWithoutIt(String target, String without) {
        assertThat(PositionParameter.removedFrom(target)).isEqualTo(without);
        assertThat(PositionParameter.valueIn(without)).isEqualTo(PositionParameter.ABSENT);
    }
}
