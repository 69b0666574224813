package org.putokaz.http.response;

import org.jspecify.annotations.Nullable;
import org.putokaz.common.Sha256;

/**
 * The strong entity tag of one representation (RFC 9110, section 8.8.3). The coded form of the same bytes is another
 * representation and has another tag; a condition that names either form holds for both.
 */
record EntityTag(String opaque) {

    private static final String GZIP = ";gzip";
    private static final int LONGEST_CONDITION = 8000;

    static EntityTag of(byte[] identityBytes) {
        return new EntityTag(Sha256.shortSha256(identityBytes));
    }

    String header(boolean gzip) {
        return '"' + opaque + (gzip ? GZIP : "") + '"';
    }

    /** Weak comparison with a list of tags, as {@code If-None-Match} asks for (RFC 9110, section 13.1.2). */
    boolean isIn(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null || ifNoneMatch.length() > LONGEST_CONDITION) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        int from = ifNoneMatch.indexOf('"');
        while (from >= 0) {
            int to = ifNoneMatch.indexOf('"', from + 1);
            if (to < 0) {
                return false;
            }
            String tag = ifNoneMatch.substring(from + 1, to);
            if (tag.equals(opaque) || tag.equals(opaque + GZIP)) {
                return true;
            }
            from = ifNoneMatch.indexOf('"', to + 1);
        }
        return false;
    }
}
