package org.putokaz.sync.download;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.GzipEncoding;

/**
 * Part of a request that decides which bytes of a document are sent: coding, range, conditions and the position.
 *
 * @param requiredPosition feed position that the document must have reached; 0 for any
 */
public record DownloadRequest(
        boolean head,
        boolean gzip,
        @Nullable String range,
        @Nullable String ifRange,
        @Nullable String ifNoneMatch,
        long requiredPosition) {

    public static DownloadRequest from(HttpServerRequest request, long requiredPosition) {
        return new DownloadRequest(
                request.method() == HttpMethod.HEAD,
                GzipEncoding.isAcceptedBy(request.getHeader(HttpHeaders.ACCEPT_ENCODING)),
                request.getHeader("Range"),
                request.getHeader("If-Range"),
                request.getHeader(HttpHeaders.IF_NONE_MATCH),
                requiredPosition);
    }

    /** The entity tag of the edition that the client has in part; null for a download from the beginning. */
    @Nullable
    String resumedEntityTag() {
        return range != null && ifRange != null && ifRange.startsWith("\"") ? ifRange : null;
    }

    /** The range of this file to send; null for all of it, also when {@code If-Range} names another file. */
    @Nullable
    ByteRange rangeOf(EncodedFile file) {
        return ifRange == null || ifRange.equals(file.entityTag()) ? ByteRange.parse(range, file.size()) : null;
    }
}
