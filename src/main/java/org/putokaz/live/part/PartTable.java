package org.putokaz.live.part;

import java.util.function.Supplier;

/**
 * Table of the parts of entries of one family.
 *
 * @param type the JPA entity, of the name of its class
 * @param factory of new rows
 * @param name of the table, with its schema
 * @param entryColumn the column of the id of the entry
 */
public record PartTable<E extends PartEntity>(Class<E> type, Supplier<E> factory, String name, String entryColumn) {

    /** Query with the ids of an entry and of a part. */
    String findByIdSql() {
        return findSql(name + " f", "f.id = ?");
    }

    /** Query with the id of an entry, the scope of its parts' slugs, and a current or former slug. */
    String findBySlugSql() {
        return findSql("live.slug s join " + name + " f on f.id = s.owner_id", "s.scope = ? and s.slug = ?");
    }

    private String findSql(String from, String condition) {
        return "select f.id, f.slug, f.live from " + from + " where f." + entryColumn + " = ? and " + condition;
    }
}
