package org.putokaz.live;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;

/**
 * One column of an order, and how its values are written into a cursor.
 *
 * @param expression in HQL: {@code f} is the family's row, {@code e} the entry, {@code k} the sort key
 */
public record SortColumn(String expression, Function<String, Object> read) {

    static final SortColumn ID = new SortColumn("e.id", UUID::fromString);
    static final SortColumn NAME = new SortColumn("k.sortKey", HexFormat.of()::parseHex);
    static final SortColumn POSITION = new SortColumn("e.position", Long::valueOf);

    public static SortColumn number(String expression) {
        return new SortColumn(expression, Integer::valueOf);
    }

    public static SortColumn day(String expression) {
        return new SortColumn(expression, LocalDate::parse);
    }

    static String write(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }
}
