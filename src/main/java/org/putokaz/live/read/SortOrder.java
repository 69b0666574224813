package org.putokaz.live.read;

import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.family.SortOrderKey;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One way to sort a list, under the name by which {@code sort} asks for it; a minus before it turns it round. */
public final class SortOrder {

    /** By name, as the alphabet of the reader's language goes. */
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

    /** By name where the family calls it something else, such as title or label. */
    public static SortOrder byName(String name) {
        return new SortOrder(name, SortColumn.NAME, false);
    }

    /** The family's own order, which is that of its {@link SortOrderKey}. */
    public static SortOrder byOrderKey(String name) {
        return new SortOrder(name, SortColumn.KEY, false);
    }

    /** Reads {@code sort}; the first of the orders is the one without it. */
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
                .orElseThrow(() ->
                        QueryParameterParser.invalidParameter("sort", "not-one-of", String.join(", ", spellings(offered))));
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

    /** @param before columns that have one value in the whole list */
    String clause(List<String> before) {
        String direction = descending ? " desc" : "";
        return String.join(direction + ", ", before)
                + (before.isEmpty() ? "" : direction + ", ")
                + column.expression()
                + direction;
    }

    /** The condition of standing after a value. */
    String after() {
        return column.expression() + (descending ? " < ?" : " > ?");
    }

    /** The value that {@link #after} compares with: the one of a cursor, or one that everything stands after. */
    Object after(@Nullable String written) {
        return written == null ? column.start(descending) : column.read(written);
    }
}
