package org.putokaz.live.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.WireEnum;
import org.putokaz.http.request.QueryParameterParser;

/**
 * Builder of the SQL for a list of entries of one family: filters and an order. Conditions are constants of the code;
 * values from the client are bound and never become text of a statement.
 *
 * <p>In the conditions {@code f} is the family's index row, {@code e} the entry and {@code k} the sort key. A statement reads
 * columns of the index it walks and nothing else (docs/decisions/0021, 0028).
 */
public final class EntryListQuery {

    private final String family;
    private final String table;
    private final SortOrder order;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final Map<String, Object> parameters = new TreeMap<>();
    private @Nullable String indexPrefix;

    /** @param table the family's index table, with the columns {@code id}, {@code position} and {@code order_key} */
    public EntryListQuery(String family, String table, SortOrder order) {
        this.family = family;
        this.table = table;
        this.order = order;
    }

    /** SQL text with the values of its parameters in order. */
    record Statement(String sql, List<Object> values) {}

    /**
     * Filters by a condition on {@code f}; without a value there is no filter.
     *
     * @param name of the request parameter
     * @param value bound to each parameter of the condition
     */
    public EntryListQuery filter(String condition, String name, @Nullable Object value) {
        if (value != null) {
            add(condition, Collections.nCopies(parameterCount(condition), plainValue(value)));
            parameters.put(name, plainValue(value));
        }
        return this;
    }

    /**
     * Filters by a condition on {@code f} that compares with a day. The day is not part of the query's
     * {@linkplain #identity identity}: a cursor from the day before still leads to the next page.
     *
     * @param name of the request parameter that asks for this filter
     * @param choice its value
     */
    public EntryListQuery filterOnDay(LocalDate day, String condition, String name, WireEnum choice) {
        add(condition, Collections.nCopies(parameterCount(condition), day));
        parameters.put(name, choice.wireName());
        return this;
    }

    /** Filters by equality with a column of {@code f} that an index has in front of the order key. */
    public EntryListQuery filterIndexed(String column, String name, @Nullable Object value) {
        if (value != null && indexPrefix == null) {
            indexPrefix = "f." + column;
        }
        return filter("f." + column + " = ?", name, value);
    }

    /** Filters by one of the values of a many-valued field. */
    public EntryListQuery filterFacet(String facet, @Nullable Object value) {
        if (value != null) {
            String text = value instanceof WireEnum constant ? constant.wireName() : value.toString();
            add(
                    "exists (select 1 from live.facet t where t.entry_id = f.id and t.facet = '" + facet
                            + "' and t.facet_value = ?)",
                    List.of(text));
            parameters.put(facet, text);
        }
        return this;
    }

    /**
     * Filters by one of the values of a many-valued field whose absence means every value.
     *
     * @param every the value that stands for every value too
     */
    public EntryListQuery filterFacetOrUnstated(String facet, @Nullable WireEnum value, WireEnum every) {
        return value == null
                ? this
                : filterFacetOrUnstated(facet, value.wireName(), List.of(value.wireName(), every.wireName()));
    }

    /**
     * Filters by one of several values of a many-valued field; entries without any value are found too.
     *
     * @param requested the value of the request parameter, which has the name of the facet
     * @param accepted the values that an entry may have, of which one is enough
     */
    public EntryListQuery filterFacetOrUnstated(String facet, String requested, Collection<String> accepted) {
        String stated = "exists (select 1 from live.facet t where t.entry_id = f.id and t.facet = '" + facet + "'";
        add("(not " + stated + ") or " + stated + " and t.facet_value = any(?)))", List.<Object>of((Object)
                accepted.toArray(String[]::new)));
        parameters.put(facet, requested);
        return this;
    }

    /**
     * Filters by a language range among the entry's languages (RFC 4647, section 3.3.1): {@code en} finds {@code en-GB} too.
     *
     * @param range in canonical case, as tags are stored; {@code *} finds the entries that state any language
     */
    public EntryListQuery filterLanguage(@Nullable String range) {
        if (range != null) {
            boolean any = range.equals(QueryParameterParser.ANY_LANGUAGE);
            add(
                    "exists (select 1 from live.facet t where t.entry_id = f.id and t.facet = 'language'"
                            + (any ? ")" : " and (t.facet_value = ? or t.facet_value like ?))"),
                    any ? List.of() : List.of(range, range + "-%"));
            parameters.put("language", range);
        }
        return this;
    }

    /** Filters by ids; null is no filter. */
    public EntryListQuery filterIds(@Nullable Collection<UUID> ids) {
        if (ids != null) {
            add("f.id = any(?)", List.<Object>of((Object) ids.toArray(UUID[]::new)));
            parameters.put("ids", List.copyOf(ids));
        }
        return this;
    }

    /** Filters by slugs that the entries have or had; null is no filter. */
    public EntryListQuery filterSlugs(@Nullable Collection<String> slugs) {
        if (slugs != null) {
            add(
                    "f.id in (select s.owner_id from live.slug s where s.scope = ? and s.slug = any(?))",
                    List.of(family, slugs.toArray(String[]::new)));
            parameters.put("slug", List.copyOf(slugs));
        }
        return this;
    }

    /** Filters by a reference in this role to the target. */
    public EntryListQuery filterReferencing(String role, @Nullable UUID target) {
        if (target != null) {
            // Few entries have the reference: H2 evaluates "in" first, and "exists" last.
            add(
                    "f.id in (select r.from_id from live.reference r where r.to_id = ? and r.role = '" + role + "')",
                    List.of(target));
            parameters.put(role, target);
        }
        return this;
    }

    private void add(String condition, List<Object> bound) {
        conditions.add(condition);
        values.addAll(bound);
    }

    private static int parameterCount(String condition) {
        return (int) condition.chars().filter(character -> character == '?').count();
    }

    private static Object plainValue(Object value) {
        return value instanceof WireEnum constant ? constant.wireName() : value;
    }

    SortOrder order() {
        return order;
    }

    /** Text that two equal queries share and two different ones do not; cursors are bound to it. */
    String identity(String language) {
        return family + '?' + parameters + '&' + order.token() + (order.isByName() ? '&' + language : "");
    }

    Statement count() {
        return new Statement("select count(*) from " + table + " f" + where(conditions), List.copyOf(values));
    }

    /**
     * The statement for the ids, positions and sort values of one page.
     *
     * @param after the sort value of the last entry of the page before, as a cursor holds it; null for the first page
     */
    Statement page(@Nullable String after, String language, int limit) {
        List<String> allConditions = new ArrayList<>();
        List<Object> allValues = new ArrayList<>();
        switch (order.column()) {
            case KEY -> {}
            case NAME -> {
                allConditions.add("k.family = ? and k.language = ?");
                allValues.addAll(List.of(family, language));
            }
            case POSITION -> {
                allConditions.add("e.family = ? and e.live = true");
                allValues.add(family);
            }
        }
        allConditions.addAll(conditions);
        allValues.addAll(values);
        // On the first page too: without a bound H2 prefers the index of any other condition, and sorts the result.
        allConditions.add(order.seekCondition());
        allValues.add(order.seekValue(after));
        String sql = "select " + order.column().selectedColumns() + from() + where(allConditions) + " order by "
                + order.orderBy(prefixColumns()) + " fetch first " + limit + " rows only";
        return new Statement(sql, allValues);
    }

    private List<String> prefixColumns() {
        return order.column() == SortColumn.KEY && indexPrefix != null
                ? List.of(indexPrefix)
                : order.column().prefixColumns();
    }

    private String from() {
        String join = conditions.isEmpty() ? "" : " join " + table + " f on f.id = ";
        return switch (order.column()) {
            case KEY -> " from " + table + " f";
            case NAME -> " from live.sort_key k" + (join.isEmpty() ? "" : join + "k.entry_id");
            case POSITION -> " from live.entry e" + (join.isEmpty() ? "" : join + "e.id");
        };
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
