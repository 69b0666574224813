package org.putokaz.sync.download;

import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.EntityTag;

/**
 * File in one content coding, which is a representation of its own (RFC 9110, section 8.8.3.3).
 *
 * @param digest SHA-256 of the encoded bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record EncodedFile(Path file, boolean gzip, long size, byte[] digest) {

    /** The value of {@code ETag}, a strong entity tag. */
    String entityTag() {
        return EntityTag.ofDigest(digest).header(gzip);
    }

    /** Whether {@code If-None-Match} names this file. */
    boolean matches(@Nullable String ifNoneMatch) {
        return EntityTag.ofDigest(digest).matches(ifNoneMatch);
    }

    /** The value of {@code Repr-Digest} (RFC 9530). */
    String reprDigest() {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ':';
    }
}
