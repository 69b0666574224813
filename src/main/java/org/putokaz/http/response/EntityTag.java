package org.putokaz.http.response;

import org.jspecify.annotations.Nullable;
import org.putokaz.common.Sha256;

/**
 * Strong entity tag of a representation (RFC 9110, section 8.8.3): the first 128 bits of the SHA-256 of its bytes,
 * followed by {@code ;gzip} for the compressed form, which is another representation. A condition that names either
 * form holds for both.
 *
 * @param opaque the tag without quotes and without a suffix
 */
public record EntityTag(String opaque) {

    private static final String GZIP_SUFFIX = ";gzip";
    private static final int MAX_CONDITION_LENGTH = 8000;

    public static EntityTag of(byte[] bytes) {
        return ofDigest(Sha256.digest(bytes));
    }

    /** @param sha256 the whole digest of the bytes */
    public static EntityTag ofDigest(byte[] sha256) {
        return new EntityTag(Sha256.fingerprintOf(sha256));
    }

    /** The value of {@code ETag}. */
    public String header(boolean gzip) {
        return '"' + opaque + (gzip ? GZIP_SUFFIX : "") + '"';
    }

    /**
     * Whether {@code If-None-Match} lists this tag in either form, or is {@code *}: weak comparison (RFC 9110, section
     * 13.1.2). A header that is too long or malformed matches nothing from there on.
     */
    public boolean matches(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null || ifNoneMatch.length() > MAX_CONDITION_LENGTH) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        int open = ifNoneMatch.indexOf('"');
        while (open >= 0) {
            int close = ifNoneMatch.indexOf('"', open + 1);
            if (close < 0) {
                return false;
            }
            String listed = ifNoneMatch.substring(open + 1, close);
            if (listed.equals(opaque) || listed.equals(opaque + GZIP_SUFFIX)) {
                return true;
            }
            open = ifNoneMatch.indexOf('"', close + 1);
        }
        return false;
    }
}
