package org.putokaz.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Token;

/**
 * A list that somebody asked for: which family, which filters, which order. Conditions are constants of the code;
 * whatever a client sent goes in as a bound value and never as text.
 */
public final class Listing {

    private final String row;
    private final Order order;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new TreeMap<>();

    /** @param row the name of the family's live row, an entity with an {@code id} */
    public Listing(String row, Order order) {
        this.row = row;
        this.order = order;
    }

    /** Keeps the rows for which a condition on {@code f} holds; without a value it is left out. */
    public Listing where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value instanceof Token token ? token.token() : value);
        }
        return this;
    }

    /** Keeps the entries that have this value among those of a many-valued field. */
    public Listing having(String facet, @Nullable Object value) {
        if (value != null) {
            conditions.add("exists (select 1 from FacetRow t where t.key.entryId = e.id and t.key.facet = '" + facet
                    + "' and t.key.value = :" + facet + ")");
            values.put(facet, value instanceof Token token ? token.token() : value.toString());
        }
        return this;
    }

    /** Keeps the entries that name this one in that role. */
    public Listing naming(String role, @Nullable UUID target) {
        if (target != null) {
            conditions.add("exists (select 1 from ReferenceRow r where r.toId = :" + role + " and r.key.role = '" + role
                    + "' and r.key.fromId = e.id)");
            values.put(role, target);
        }
        return this;
    }

    Order order() {
        return order;
    }

    Map<String, Object> values() {
        return values;
    }

    /** What two equal queries share and two different ones do not; a cursor is bound to it. */
    String identity(String language) {
        return row + '?' + values + '&' + order.token() + (order.byName() ? '&' + language : "");
    }

    String countQuery() {
        return "select count(*) from " + from() + where("");
    }

    String pageQuery(boolean fromCursor) {
        String columns = String.join(
                ", ", order.columns().stream().map(SortColumn::expression).toList());
        return "select e, " + columns + " from " + from() + where(fromCursor ? order.after() : "") + " order by "
                + order.clause();
    }

    private String from() {
        return row + " f join EntryRow e on e.id = f.id"
                + (order.byName() ? " join SortKeyRow k on k.key.entryId = f.id and k.key.language = :language" : "");
    }

    private String where(String more) {
        List<String> all = new ArrayList<>(conditions);
        if (!more.isEmpty()) {
            all.add(more);
        }
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }
}
