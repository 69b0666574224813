package org.putokaz.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** All measurements, by workload and contestant, one for each round. */
final class Results {

    private final Map<String, Map<String, List<Measurement>>> rows = new LinkedHashMap<>();
    private final Map<String, String> titles = new LinkedHashMap<>();

    void add(String workload, Contestant contestant, Measurement measured) {
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

    List<Measurement> rounds(String workload, String contestant) {
        return rows.getOrDefault(workload, Map.of()).getOrDefault(contestant, List.of());
    }

    long errors() {
        return rows.values().stream()
                .flatMap(row -> row.values().stream())
                .flatMap(List::stream)
                .mapToLong(Measurement::errors)
                .sum();
    }

    OptionalDouble median(String workload, String contestant, ToDoubleFunction<Measurement> value) {
        return median(rounds(workload, contestant).stream().mapToDouble(value).toArray());
    }

    /** Median over the rounds of the ratio of two contestants in the same round. */
    OptionalDouble ratio(String workload, String contestant, String peer, ToDoubleFunction<Measurement> value) {
        List<Measurement> own = rounds(workload, contestant);
        List<Measurement> peers = rounds(workload, peer);
        double[] ratios = new double[Math.min(own.size(), peers.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = value.applyAsDouble(own.get(i)) / value.applyAsDouble(peers.get(i));
        }
        // A contestant without responses cannot be compared.
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
