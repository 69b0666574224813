package org.putokaz.bench;

/** What one and the same request is repeated for. */
enum Workload {
    LIST("list of 20", false),
    ENTRY("single entry", false),
    LIST_GZIP("list of 20, gzip", true),
    ENTRY_GZIP("single entry, gzip", true),
    NOT_MODIFIED("list of 20, 304", true);

    private final String title;
    private final boolean ready;

    Workload(String title, boolean ready) {
        this.title = title;
        this.ready = ready;
    }

    String title() {
        return title;
    }

    /** Only those take part who answer from ready bytes. */
    boolean ofReadyBytes() {
        return ready;
    }

    boolean isList() {
        return this != ENTRY && this != ENTRY_GZIP;
    }

    boolean isCoded() {
        return this == LIST_GZIP || this == ENTRY_GZIP;
    }

    /** The path under which those answer who answer from a table. */
    Request readyRequest() {
        return Request.of("/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}
