package org.putokaz.sync.download;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/**
 * A file in one coding, which is a representation of its own (RFC 9110, section 8.8.3.3).
 *
 * @param digest SHA-256 of its bytes as they are sent
 */
@SuppressWarnings("ArrayRecordComponent")
public record EncodedFile(Path file, boolean gzip, long size, byte[] digest) {

    private static final int TAG_BYTES = 16;

    /** Its strong entity tag. */
    String tag() {
        byte[] short128 = Arrays.copyOf(digest, TAG_BYTES);
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(short128) + (gzip ? ";gzip" : "") + '"';
    }

    /** The value of {@code Repr-Digest} (RFC 9530). */
    String reprDigest() {
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ':';
    }
}
