package org.putokaz.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Everything that was measured, by workload and contestant, a measurement a round. */
final class Table {

    private final Map<String, Map<String, List<Measured>>> rows = new LinkedHashMap<>();
    private final Map<String, String> titles = new LinkedHashMap<>();

    void add(String workload, Contestant contestant, Measured measured) {
        titles.put(contestant.name(), contestant.title());
        rows.computeIfAbsent(workload, first -> new LinkedHashMap<>())
                .computeIfAbsent(contestant.name(), first -> new ArrayList<>())
                .add(measured);
    }

    List<String> workloads() {
        return List.copyOf(rows.keySet());
    }

    List<String> contestants(String workload) {
        return List.copyOf(rows.getOrDefault(workload, Map.of()).keySet());
    }

    String title(String contestant) {
        return titles.getOrDefault(contestant, contestant);
    }

    List<Measured> rounds(String workload, String contestant) {
        return rows.getOrDefault(workload, Map.of()).getOrDefault(contestant, List.of());
    }

    long errors() {
        return rows.values().stream()
                .flatMap(row -> row.values().stream())
                .flatMap(List::stream)
                .mapToLong(Measured::errors)
                .sum();
    }

    OptionalDouble median(String workload, String contestant, ToDoubleFunction<Measured> what) {
        return median(rounds(workload, contestant).stream().mapToDouble(what).toArray());
    }

    /** The median over the rounds of what one has for what the other has in the same round. */
    OptionalDouble ratio(String workload, String contestant, String peer, ToDoubleFunction<Measured> what) {
        List<Measured> mine = rounds(workload, contestant);
        List<Measured> theirs = rounds(workload, peer);
        double[] ratios = new double[Math.min(mine.size(), theirs.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = what.applyAsDouble(mine.get(i)) / what.applyAsDouble(theirs.get(i));
        }
        // Who answered nothing can be compared with nobody.
        return median(java.util.Arrays.stream(ratios).filter(Double::isFinite).toArray());
    }

    private static OptionalDouble median(double[] values) {
        java.util.Arrays.sort(values);
        int middle = values.length / 2;
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2);
    }
}
