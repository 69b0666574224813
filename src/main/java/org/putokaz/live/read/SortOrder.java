package org.putokaz.live.read;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.family.SortOrderKey;

/** Order of a list, selected by the query parameter {@code sort}; with a minus in front of its name it is descending. */
public final class SortOrder {

    /** By name, in the alphabetical order of the response's language. */
    public static final SortOrder NAME = byName("name");
    /** By the time of the last publication. */
    public static final SortOrder PUBLISHED = new SortOrder("publishedAt", SortColumn.POSITION, false);

    private final String name;
    private final SortColumn column;
    private final boolean descending;

    private SortOrder(String name, SortColumn column, boolean descending) {
        this.name = name;
        this.column = column;
        this.descending = descending;
    }

    /** The same as {@link #NAME} for a family that calls its name something else, such as title or label. */
    public static SortOrder byName(String name) {
        return new SortOrder(name, SortColumn.NAME, false);
    }

    /** The family's own order, by its {@link SortOrderKey}. */
    public static SortOrder byOrderKey(String name) {
        return new SortOrder(name, SortColumn.KEY, false);
    }

    /**
     * Parses {@code sort}; without it the first of the offered orders is used.
     *
     * @throws org.putokaz.problem.ProblemException 400 when the order is not offered
     */
    public static SortOrder parse(@Nullable String raw, List<SortOrder> offered) {
        if (raw == null) {
            return offered.get(0);
        }
        boolean descending = raw.startsWith("-");
        String name = descending ? raw.substring(1) : raw;
        return offered.stream()
                .filter(order -> order.name.equals(name))
                .findFirst()
                .map(order -> new SortOrder(order.name, order.column, descending))
                .orElseThrow(() -> QueryParameterParser.invalidParameter(
                        "sort", "not-one-of", String.join(", ", spellings(offered))));
    }

    private static List<String> spellings(List<SortOrder> offered) {
        return offered.stream()
                .flatMap(order -> Stream.of(order.name, "-" + order.name))
                .toList();
    }

    SortColumn column() {
        return column;
    }

    boolean isByName() {
        return column == SortColumn.NAME;
    }

    String token() {
        return (descending ? "-" : "") + name;
    }

    /** The columns of {@code order by}, beginning with those that have one value in the whole list. */
    String orderBy(List<String> prefixColumns) {
        String direction = descending ? " desc" : "";
        return String.join(direction + ", ", prefixColumns)
                + (prefixColumns.isEmpty() ? "" : direction + ", ")
                + column.expression()
                + direction;
    }

    /** The condition on one parameter that holds for the entries after its value. */
    String seekCondition() {
        return column.expression() + (descending ? " < ?" : " > ?");
    }

    /** The value for {@link #seekCondition}: a cursor's, or without one a value before the first entry. */
    Object seekValue(@Nullable String cursorValue) {
        return cursorValue == null ? column.start(descending) : column.parse(cursorValue);
    }
}
