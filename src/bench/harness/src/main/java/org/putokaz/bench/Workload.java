package org.putokaz.bench;

/** Workload of one repeated request. */
enum Workload {
    LIST("list of 20", false),
    ENTRY("single entry", false),
    LIST_GZIP("list of 20, gzip", true),
    ENTRY_GZIP("single entry, gzip", true),
    NOT_MODIFIED("list of 20, 304", true);

    private final String title;
    private final boolean prepared;

    Workload(String title, boolean prepared) {
        this.title = title;
        this.prepared = prepared;
    }

    String title() {
        return title;
    }

    /** Whether only contestants that respond from memory are measured. */
    boolean needsPreparedBytes() {
        return prepared;
    }

    boolean isList() {
        return this != ENTRY && this != ENTRY_GZIP;
    }

    boolean isGzip() {
        return this == LIST_GZIP || this == ENTRY_GZIP;
    }

    /** The request to peers that serve prepared responses by path. */
    Request preparedRequest() {
        return Request.of("/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}
