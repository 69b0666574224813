package org.putokaz.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Parameters;

/**
 * One way to sort a list. The id comes last in every order, so that no two entries share a place.
 *
 * @param name as {@code sort} spells it, without the minus of a descending order
 */
public record Order(String name, List<SortColumn> columns, boolean descending) {

    /** By name, as the alphabet of the reader's language goes. */
    public static final Order NAME = named("name");
    /** By the time of the last publication. */
    public static final Order PUBLISHED = of("publishedAt", SortColumn.POSITION);

    /** By name where the family calls it something else, such as title or label. */
    public static Order named(String name) {
        return of(name, SortColumn.NAME);
    }

    public static Order of(String name, SortColumn... columns) {
        List<SortColumn> all = new ArrayList<>(Arrays.asList(columns));
        all.add(SortColumn.ID);
        return new Order(name, all, false);
    }

    /** Reads {@code sort}; the first of the orders is the one without it. */
    public static Order asked(@Nullable String raw, List<Order> offered) {
        if (raw == null) {
            return offered.get(0);
        }
        boolean descending = raw.startsWith("-");
        String name = descending ? raw.substring(1) : raw;
        return offered.stream()
                .filter(order -> order.name().equals(name))
                .findFirst()
                .map(order -> new Order(order.name(), order.columns(), descending))
                .orElseThrow(() -> Parameters.refused("sort", "not-one-of", String.join(", ", spellings(offered))));
    }

    private static List<String> spellings(List<Order> offered) {
        return offered.stream()
                .flatMap(order -> Stream.of(order.name(), "-" + order.name()))
                .toList();
    }

    boolean byName() {
        return columns.contains(SortColumn.NAME);
    }

    String token() {
        return (descending ? "-" : "") + name;
    }

    String clause() {
        String direction = descending ? " desc" : "";
        return String.join(
                ", ",
                columns.stream().map(column -> column.expression() + direction).toList());
    }

    /** The condition of standing after the values :after0, :after1 ...: the first differing column decides. */
    String after() {
        String sign = descending ? " < " : " > ";
        String condition = "";
        for (int i = columns.size() - 1; i >= 0; i--) {
            String column = columns.get(i).expression();
            String strictly = column + sign + ":after" + i;
            condition = condition.isEmpty()
                    ? strictly
                    : "(" + strictly + " or " + column + " = :after" + i + " and (" + condition + "))";
        }
        // The bound on the first column alone is what lets an index be entered at the right place.
        String first = columns.get(0).expression() + (descending ? " <= " : " >= ") + ":after0";
        return first + " and " + condition;
    }

    Map<String, Object> afterValues(List<String> values) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException("A cursor of another order");
        }
        Map<String, Object> parameters = new java.util.HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            parameters.put("after" + i, columns.get(i).read().apply(values.get(i)));
        }
        return parameters;
    }
}
