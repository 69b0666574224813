package org.putokaz.live.read;

import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * What an order goes by: one column in which no two entries of a list have the same value, so that a page begins after
 * one value and an index is entered there.
 */
enum SortColumn {
    KEY("f.order_key", "f.id, f.position", List.of(), new byte[0], new byte[] {-1}, HexFormat.of()::parseHex),
    // ICU begins no key with FF.
    NAME(
            "k.sort_key",
            "k.entry_id, k.position",
            List.of("k.family", "k.language"),
            new byte[0],
            new byte[] {-1},
            HexFormat.of()::parseHex),
    POSITION("e.position", "e.id, e.position", List.of("e.family", "e.live"), -1L, Long.MAX_VALUE, Long::valueOf);

    private final String expression;
    private final String entry;
    private final List<String> before;
    private final Object lowest;
    private final Object highest;
    private final Function<String, Object> read;

    SortColumn(
            String expression,
            String entry,
            List<String> before,
            Object lowest,
            Object highest,
            Function<String, Object> read) {
        this.expression = expression;
        this.entry = entry;
        this.before = before;
        this.lowest = lowest;
        this.highest = highest;
        this.read = read;
    }

    /** In SQL: {@code f} is the family's row, {@code e} the entry, {@code k} the sort key. */
    String expression() {
        return expression;
    }

    /** The entry's id and position, and where it stands, all of them in the index that is walked. */
    String shown() {
        return entry + ", " + expression;
    }

    /**
     * Columns that are the same for the whole list and stand before this one in the index. They stand in the order too:
     * without them H2 would sort all that there is.
     */
    List<String> before() {
        return before;
    }

    /** What every value stands after. */
    Object start(boolean descending) {
        return descending ? highest : lowest;
    }

    /** From how it is written in a cursor. */
    Object read(String written) {
        return read.apply(written);
    }

    static String write(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }
}
