package org.putokaz.live.family;

import java.util.List;

/** A family whose entries can be written as rows of a table. */
public interface TabularFamily {

    /** What can stand in the columns, beside the entry's id and slug. */
    List<Column> columns();

    /**
     * A field of the content that fits into a cell; one of localised text has a column a language.
     *
     * @param family whose entry a reference names; empty for all other kinds
     */
    record Column(String field, Kind kind, String family) {

        public Column(String field, Kind kind) {
            this(field, kind, "");
        }
    }

    /** How a cell is read. */
    enum Kind {
        TEXT,
        LOCALISED,
        /** Several values, separated by a vertical bar. */
        LIST,
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** The id or the slug of another entry. */
        REFERENCE
    }
}
