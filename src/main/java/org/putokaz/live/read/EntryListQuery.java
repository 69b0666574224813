package org.putokaz.live.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.WireEnum;

/**
 * A list that somebody asked for: which family, which filters, which order. Conditions are constants of the code;
 * whatever a client sent goes in as a bound value and never as text.
 */
public final class EntryListQuery {

    private final String family;
    private final String table;
    private final SortOrder order;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final Map<String, Object> asked = new TreeMap<>();
    private @Nullable String leading;

    /**
     * @param family whose entries
     * @param table where the family keeps what its lists go by, with the columns {@code id}, {@code position} and
     *     {@code order_key}
     */
    public EntryListQuery(String family, String table, SortOrder order) {
        this.family = family;
        this.table = table;
        this.order = order;
    }

    /** A statement and what goes into it. */
    record Query(String sql, List<Object> values) {}

    /** Keeps the rows for which a condition on {@code f} holds; without a value it is left out. */
    public EntryListQuery where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            int marks = (int) condition.chars().filter(mark -> mark == '?').count();
            add(condition, Collections.nCopies(marks, plain(value)));
            asked.put(name, plain(value));
        }
        return this;
    }

    /**
     * Keeps the rows for which a condition on {@code f} holds on a day. Who asks the same on another day asks the same, so that a
     * page that somebody kept over midnight still leads to the next.
     */
    public EntryListQuery on(LocalDate day, String condition, String name, WireEnum choice) {
        int marks = (int) condition.chars().filter(mark -> mark == '?').count();
        add(condition, Collections.nCopies(marks, day));
        asked.put(name, choice.token());
        return this;
    }

    /** Keeps the rows that have this value in a column that an index begins with, before the order key. */
    public EntryListQuery in(String column, String name, @Nullable Object value) {
        if (value != null && leading == null) {
            leading = "f." + column;
        }
        return where("f." + column + " = ?", name, value);
    }

    /** Keeps the entries that have this value among those of a many-valued field. */
    public EntryListQuery having(String facet, @Nullable Object value) {
        if (value != null) {
            String text = value instanceof WireEnum token ? token.token() : value.toString();
            add(
                    "exists (select 1 from live.facet t where t.entry_id = f.id and t.facet = '" + facet
                            + "' and t.facet_value = ?)",
                    List.of(text));
            asked.put(facet, text);
        }
        return this;
    }

    /** Keeps the entries that name this one in that role. */
    public EntryListQuery naming(String role, @Nullable UUID target) {
        if (target != null) {
            // Few entries name one: H2 takes what stands in "in" first, and what stands in "exists" last.
            add(
                    "f.id in (select r.from_id from live.reference r where r.to_id = ? and r.role = '" + role + "')",
                    List.of(target));
            asked.put(role, target);
        }
        return this;
    }

    private void add(String condition, List<Object> bound) {
        conditions.add(condition);
        values.addAll(bound);
    }

    private static Object plain(Object value) {
        return value instanceof WireEnum token ? token.token() : value;
    }

    SortOrder order() {
        return order;
    }

    /** What two equal queries share and two different ones do not; a cursor is bound to it. */
    String identity(String language) {
        return family + '?' + asked + '&' + order.token() + (order.byName() ? '&' + language : "");
    }

    Query count() {
        return new Query("select count(*) from " + table + " f" + where(conditions), List.copyOf(values));
    }

    /** The ids, positions and places of so many entries after a place, or from the start. */
    Query page(@Nullable String after, String language, int most) {
        List<String> all = new ArrayList<>();
        List<Object> bound = new ArrayList<>();
        switch (order.column()) {
            case KEY -> {}
            case NAME -> {
                all.add("k.family = ? and k.language = ?");
                bound.addAll(List.of(family, language));
            }
            case POSITION -> {
                all.add("e.family = ? and e.live = true");
                bound.add(family);
            }
        }
        all.addAll(conditions);
        bound.addAll(values);
        // Also on the first page: without a bound H2 prefers the index of any other condition, and sorts what it finds.
        all.add(order.after());
        bound.add(order.after(after));
        String sql = "select " + order.column().shown() + from() + where(all) + " order by " + order.clause(before())
                + " fetch first " + most + " rows only";
        return new Query(sql, bound);
    }

    private List<String> before() {
        return order.column() == SortColumn.KEY && leading != null
                ? List.of(leading)
                : order.column().before();
    }

    private String from() {
        String row = conditions.isEmpty() ? "" : " join " + table + " f on f.id = ";
        return switch (order.column()) {
            case KEY -> " from " + table + " f";
            case NAME -> " from live.sort_key k" + (row.isEmpty() ? "" : row + "k.entry_id");
            case POSITION -> " from live.entry e" + (row.isEmpty() ? "" : row + "e.id");
        };
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
