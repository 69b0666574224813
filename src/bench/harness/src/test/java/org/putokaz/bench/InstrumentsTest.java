package org.putokaz.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentsTest {

    @Test
    void theTimeOfTheProcessorIsCounted() {
        List<Long> me = List.of(ProcessHandle.current().pid());
        Usage before = Usage.of(me);
        long end = System.nanoTime() + 300_000_000;
        double sum = 0;
        while (System.nanoTime() < end) {
            sum += Math.sqrt(sum + 1);
        }

        // On a busy machine we get a part of it; other threads of ours may add theirs.
        assertThat(Usage.of(me).cpuMillis() - before.cpuMillis())
                .as("after " + sum)
                .isBetween(20L, 3000L);
        assertThat(before.residentKibis()).isGreaterThan(10_000);
    }

    @Test
    void whatAProcessThatEndedHasUsedIsNothing() {
        assertThat(Usage.of(List.of(Long.MAX_VALUE / 2))).isEqualTo(new Usage(0, 0));
    }

    @Test
    void whatWrkSaysIsRead() {
        Wrk.Result result = Wrk.Result.of("measured 5000 2000000 50000000 3 1500.000000 9000.000000");

        assertThat(result.answers()).isEqualTo(5000);
        assertThat(result.measured()).isEqualTo(new Measured(2500, 1.5, 9, 3, 10_000, 0, 0));
    }

    @Test
    void theContentIsTheSameForTheSameSeed() {
        assertThat(Events.of(5))
                .isEqualTo(Events.of(5))
                .isNotEqualTo(Events.of(6))
                .hasSize(Events.MANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-such-thing", "--rounds", "--rounds 0", "--rounds many"})
    void aWrongArgumentIsNotOverlooked(String line) {
        assertThatThrownBy(() -> Options.of(List.of(line.split(" ")))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theShortFormTakesLess() {
        Options brief = Options.of(List.of("--short"));
        Options full = Options.of(List.of());

        assertThat(brief.warm()).isLessThan(full.warm());
        assertThat(full.warm()).isEqualTo(60);
        assertThat(full.rounds()).isEqualTo(5);
    }
}
