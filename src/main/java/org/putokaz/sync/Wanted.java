package org.putokaz.sync;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Gzip;

/** How somebody wants a document: zipped or not, all of it or a part, or only if it has changed. */
record Wanted(
        boolean head,
        boolean gzip,
        @Nullable String range,
        @Nullable String ifRange,
        @Nullable String ifNoneMatch) {

    private static final int LONGEST = 8000;

    static Wanted by(HttpServerRequest request) {
        return new Wanted(
                request.method() == HttpMethod.HEAD,
                Gzip.isAcceptedBy(request.getHeader(HttpHeaders.ACCEPT_ENCODING)),
                request.getHeader("Range"),
                request.getHeader("If-Range"),
                request.getHeader(HttpHeaders.IF_NONE_MATCH));
    }

    /** The tag of the edition of which somebody has a part already; null when there is none such. */
    @Nullable
    String resumed() {
        return range != null && ifRange != null && ifRange.startsWith("\"") ? ifRange : null;
    }

    /** Weak comparison with the tags of either coding (RFC 9110, section 13.1.2). */
    boolean has(Edition edition) {
        return ifNoneMatch != null
                && ifNoneMatch.length() <= LONGEST
                && (ifNoneMatch.strip().equals("*") || edition.tags().stream().anyMatch(ifNoneMatch::contains));
    }

    /** The part of this file that is wanted; null for all of it. A part of another file would be of no use. */
    @Nullable
    ByteRange part(Coded file) {
        return ifRange == null || ifRange.equals(file.tag()) ? ByteRange.read(range, file.size()) : null;
    }
}
