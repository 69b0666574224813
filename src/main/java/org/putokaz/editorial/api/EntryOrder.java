package org.putokaz.editorial.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.http.request.QueryParameterParser;

/**
 * Order of a list of entries, selected by the query parameter {@code sort}. Entries that changed in the same millisecond are
 * in the order of their ids, so that every order is total.
 */
enum EntryOrder {
    /** The entry that was created last comes first. */
    NEWEST(EntryOrder.BY_ID, "e.id desc", "e.id < :afterId"),

    /** The entry that was changed last comes first. */
    LAST_CHANGED(
            EntryOrder.BY_LAST_CHANGE,
            "e.changedAt desc, e.id desc",
            "e.changedAt <= :afterTime and (e.changedAt < :afterTime or e.id < :afterId)"),

    /** The entry that nobody changed for the longest time comes first. */
    FIRST_CHANGED(
            EntryOrder.BY_FIRST_CHANGE,
            "e.changedAt, e.id",
            "e.changedAt >= :afterTime and (e.changedAt > :afterTime or e.id > :afterId)");

    static final String BY_ID = "-id";
    static final String BY_LAST_CHANGE = "-updatedAt";
    static final String BY_FIRST_CHANGE = "updatedAt";

    private static final String TIME_SEPARATOR = " ";

    private final String parameter;
    private final String orderBy;
    private final String seekCondition;

    EntryOrder(String parameter, String orderBy, String seekCondition) {
        this.parameter = parameter;
        this.orderBy = orderBy;
        this.seekCondition = seekCondition;
    }

    /** @throws org.putokaz.problem.ProblemException 400 when the order is none of these */
    static EntryOrder parse(@Nullable String sort) {
        if (sort == null) {
            return NEWEST;
        }
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(sort))
                .findFirst()
                .orElseThrow(() -> QueryParameterParser.invalidParameter("sort", "not-one-of", parameters()));
    }

    private static String parameters() {
        return Arrays.stream(values()).map(EntryOrder::parameter).collect(Collectors.joining(", "));
    }

    String parameter() {
        return parameter;
    }

    /** The HQL after {@code order by}. */
    String orderBy() {
        return orderBy;
    }

    /** The HQL condition that holds for the entries after that of the {@link #seekValues}. */
    String seekCondition() {
        return seekCondition;
    }

    /** The key of an entry in this order, for a cursor. */
    String key(EditorialEntry entry) {
        return this == NEWEST ? entry.id.toString() : entry.changedAt + TIME_SEPARATOR + entry.id;
    }

    /** The named parameters of {@link #seekCondition}. */
    Map<String, Object> seekValues(String key) {
        if (this == NEWEST) {
            return Map.of("afterId", UUID.fromString(key));
        }
        String[] parts = key.split(TIME_SEPARATOR, 2);
        return Map.of("afterTime", Instant.parse(parts[0]), "afterId", UUID.fromString(parts[1]));
    }
}
