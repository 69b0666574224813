package org.putokaz.sync.download;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.GzipEncoding;

/** How somebody wants a document: zipped or not, all of it or a part, or only if it has changed. */
public record DownloadRequest(
        boolean head,
        boolean gzip,
        @Nullable String range,
        @Nullable String ifRange,
        @Nullable String ifNoneMatch) {

    private static final int LONGEST = 8000;

    public static DownloadRequest by(HttpServerRequest request) {
        return new DownloadRequest(
                request.method() == HttpMethod.HEAD,
                GzipEncoding.isAcceptedBy(request.getHeader(HttpHeaders.ACCEPT_ENCODING)),
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
    boolean has(DocumentEdition edition) {
        return ifNoneMatch != null
                && ifNoneMatch.length() <= LONGEST
                && (ifNoneMatch.strip().equals("*") || edition.tags().stream().anyMatch(ifNoneMatch::contains));
    }

    /** The part of this file that is wanted; null for all of it. A part of another file would be of no use. */
    @Nullable
    ByteRange part(EncodedFile file) {
        return ifRange == null || ifRange.equals(file.tag()) ? ByteRange.read(range, file.size()) : null;
    }
}
