package org.putokaz.security.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** HQL conditions on the alias {@code a} of an audit entry, all of which must hold, with their parameters. */
final class AuditFilter {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new TreeMap<>();

    /** Adds a condition with one parameter, unless the value is null. */
    AuditFilter and(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** The where clause; empty without conditions. */
    String whereClause() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Text that two equal queries share and two different ones do not; part of each cursor, so its form is fixed. */
    String identity() {
        return "audit?" + parameters;
    }
}
