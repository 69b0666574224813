package org.putokaz.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuringToolsTest {

    @Test
    void processorTimeIsCounted() {
        List<Long> me = List.of(ProcessHandle.current().pid());
        ProcessUsage before = ProcessUsage.of(me);
        long end = System.nanoTime() + 300_000_000;
        double sum = 0;
        while (System.nanoTime() < end) {
            sum += Math.sqrt(sum + 1);
        }

        // On a busy machine this thread gets a part of it; other threads of the process may add to it.
        assertThat(ProcessUsage.of(me).cpuMillis() - before.cpuMillis())
                .as("after " + sum)
                .isBetween(20L, 3000L);
        assertThat(before.residentKibis()).isGreaterThan(10_000);
    }

    @Test
    void aProcessThatHasEndedUsesNothing() {
        assertThat(ProcessUsage.of(List.of(Long.MAX_VALUE / 2))).isEqualTo(new ProcessUsage(0, 0));
    }

    @Test
    void theOutputOfWrkIsParsed() {
        Wrk.Result result = Wrk.Result.of("measured 5000 2000000 50000000 3 1500.000000 9000.000000");

        assertThat(result.responses()).isEqualTo(5000);
        assertThat(result.measurement()).isEqualTo(new Measurement(2500, 1.5, 9, 3, 10_000, 0, 0));
    }

    @Test
    void theContentIsTheSameForTheSameSeed() {
        assertThat(SampleEvents.of(5))
                .isEqualTo(SampleEvents.of(5))
                .isNotEqualTo(SampleEvents.of(6))
                .hasSize(SampleEvents.COUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-such-thing", "--rounds", "--rounds 0", "--rounds many"})
    void aWrongArgumentIsRefused(String line) {
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
