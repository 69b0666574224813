package org.putokaz.live.read;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * Column that a list is sorted by. No two entries of a list have the same value in it, so that a page begins after one value
 * and an index is entered there.
 */
enum SortColumn {
    KEY("f.order_key", "f.id, f.position", List.of(), new byte[0], new byte[] {-1}, HexFormat.of()::parseHex),
    // No collation key of ICU begins with the byte FF.
    NAME(
            "k.sort_key",
            "k.entry_id, k.position",
            List.of("k.family", "k.language"),
            new byte[0],
            new byte[] {-1},
            HexFormat.of()::parseHex),
    POSITION("e.position", "e.id, e.position", List.of("e.family", "e.live"), -1L, Long.MAX_VALUE, Long::valueOf);

    private final String expression;
    private final String refColumns;
    private final List<String> prefixColumns;
    private final Object lowest;
    private final Object highest;
    private final Function<String, Object> parser;

    SortColumn(
            String expression,
            String refColumns,
            List<String> prefixColumns,
            Object lowest,
            Object highest,
            Function<String, Object> parser) {
        this.expression = expression;
        this.refColumns = refColumns;
        this.prefixColumns = prefixColumns;
        this.lowest = lowest;
        this.highest = highest;
        this.parser = parser;
    }

    /** The column in SQL, with the aliases of {@link EntryListQuery}. */
    String expression() {
        return expression;
    }

    /** The entry's id and position and this column, all of them in the index that is walked. */
    String selectedColumns() {
        return refColumns + ", " + expression;
    }

    /**
     * Columns in front of this one in the index, with one value in the whole list. They have to be part of {@code order by}:
     * otherwise H2 sorts all rows of the list.
     */
    List<String> prefixColumns() {
        return prefixColumns;
    }

    /** A value before the first entry of the list. */
    Object start(boolean descending) {
        return descending ? highest : lowest;
    }

    /** Parses a value from a cursor; the inverse of {@link #format}. */
    Object parse(String text) {
        return parser.apply(text);
    }

    static String format(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }
}
