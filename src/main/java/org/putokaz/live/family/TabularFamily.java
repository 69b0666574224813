package org.putokaz.live.family;

import java.util.List;

/** Family whose entries can be imported from the rows of a table. */
public interface TabularFamily {

    /** The columns that a table may have beside the entry's id and slug. */
    List<Column> columns();

    /**
     * Field of the content that fits into a cell. A localised field has one column for each language.
     *
     * @param family of the entries that a reference leads to; empty for all other kinds
     * @param serbianName name that a header may have in place of the field, in Cyrillic; it may be written in Latin too
     */
    record Column(String field, Kind kind, String family, String serbianName) {

        public Column(String field, Kind kind, String serbianName) {
            this(field, kind, "", serbianName);
        }
    }

    /** Format of a cell. */
    enum Kind {
        TEXT,
        LOCALISED,
        /** Several values, separated by a vertical bar. */
        LIST,
        /** Several codes, separated by a vertical bar, each behind the list that it is from: {@code rs-district:RS-06}. */
        CODED_LIST,
        NUMBER,
        /** {@code true} or {@code false}, {@code да} or {@code не}. */
        FLAG,
        /** Opening hours in the notation of {@link org.putokaz.time.hours.OpeningHoursNotation}. */
        HOURS,
        /** The id or the slug of another entry. */
        REFERENCE
    }
}
