package org.putokaz.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorsTest {

    @Test
    void readsWhatTheKernelWrites() {
        Processors.Ticks before = Processors.Ticks.of("cpu  100 1 50 800 40 3 4 2 60 7");
        assertThat(before).isEqualTo(new Processors.Ticks(1000, 840));
        Processors.Ticks after = Processors.Ticks.of("cpu  160 1 70 810 50 3 4 2 99 9");
        assertThat(after.usedSince(before)).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void nothingIsUsedInNoTime() {
        Processors.Ticks once = Processors.Ticks.of("cpu  100 1 50 800 40 3 4 2 60 7");
        assertThat(once.usedSince(once)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "150000 100000, 1.5",
        "50000 100000, 0.5",
        "max 100000, Infinity",
        "-1 100000, Infinity",
        "null null, Infinity",
        "'', Infinity"
    })
    void aQuotaNeedNotBeWholeProcessors(String both, double processors) {
        assertThat(Processors.quota(both)).isEqualTo(processors);
    }

    @Test
    void whoeverWorksShows() throws InterruptedException {
        Processors processors = new Processors();
        Thread[] workers = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(number -> new Thread(ProcessorsTest::workForASecond))
                .toArray(Thread[]::new);
        for (Thread worker : workers) {
            worker.start();
        }
        TimeUnit.MILLISECONDS.sleep(100);
        processors.load();
        TimeUnit.MILLISECONDS.sleep(500);
        assertThat(processors.load()).isBetween(0.6, 1.2);
        for (Thread worker : workers) {
            worker.join();
        }
    }

    private static void workForASecond() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }
}
