package org.putokaz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportTest {

    private static final String LIST = Workload.LIST.title();

    private final Results results = new Results();

    private void add(String contestant, double... perSecond) {
        for (double each : perSecond) {
            Contestant server = new Contestant(contestant, "the " + contestant, 0, List.of(), Map.of());
            results.add(LIST, server, new Measurement(each, 1, 2, 0, 10_000, 1e6 / each, 100));
        }
    }

    @Test
    void aRatioIsTheMedianOfTheRatiosInEachRound() {
        add("bare", 100, 10, 1000);
        add("cached-h2", 100, 9, 500);

        assertThat(results.ratio(LIST, "cached-h2", "bare", Measurement::perSecond))
                .hasValue(0.9);
        assertThat(results.median(LIST, "bare", Measurement::perSecond)).hasValue(100);
    }

    @Test
    void aContestantWithoutResponsesIsNotCompared() {
        add("bare", 0);
        add("cached-h2", 100);

        assertThat(results.ratio(LIST, "cached-h2", "bare", Measurement::perSecond))
                .isEmpty();
    }

    @Test
    void thePageShowsWhichGoalsWereReached() {
        add("bare", 100);
        add("cached-h2", 96);
        add("uncached-h2", 36);
        add("ordinary-h2", 20);

        assertThat(Report.of(results, List.of("seed: 7")))
                .contains("| list of 20 | the cached-h2 | the bare | requests a second | ≥ 0.95 | 0.96 | yes |")
                .contains("| list of 20 | the uncached-h2 | the ordinary-h2 | requests a second | ≥ 2 | 1.80 | **no** |")
                .contains("- seed: 7\n")
                .doesNotContain("NaN", "Infinity", "PostgreSQL |");
    }

    @Test
    void theChartIsWellFormedAndHasABarForEachGoal() throws Exception {
        add("bare", 100);
        add("cached-h2", 96);

        var bars = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Chart.of(results))))
                .getElementsByTagName("rect");

        // The background, the rate, and the processor time.
        assertThat(bars.getLength()).isEqualTo(3);
    }
}
