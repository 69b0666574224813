package org.putokaz.http.request;

import java.util.Locale;

/**
 * Canonical spelling of the ids in a request target: the lower case. Upper case is accepted, and means the same response, so
 * the response cache and the links of responses use the target with canonical ids.
 *
 * <p>An id is a whole segment of the path or a whole value of the query, of which a comma, percent-encoded or not, separates
 * several.
 */
public final class CanonicalIds {

    private static final int ID_LENGTH = 36;
    private static final String ENCODED_COMMA = "%2c";

    private CanonicalIds() {}

    /** The path and query with all ids in lower case; the same object where they are already. */
    public static String in(String target) {
        String canonical = target;
        for (int from = 0; from + ID_LENGTH <= target.length(); from++) {
            if (beginsValue(target, from) && endsValue(target, from + ID_LENGTH) && isShapedAsId(target, from)) {
                String id = target.substring(from, from + ID_LENGTH).toLowerCase(Locale.ROOT);
                if (!target.startsWith(id, from)) {
                    canonical = canonical.substring(0, from) + id + canonical.substring(from + ID_LENGTH);
                }
            }
        }
        return canonical;
    }

    private static boolean beginsValue(String target, int at) {
        if (at == 0) {
            return false;
        }
        char before = target.charAt(at - 1);
        return before == '/'
                || before == '='
                || before == ','
                || (before == 'c' || before == 'C')
                        && target.regionMatches(
                                true, at - ENCODED_COMMA.length(), ENCODED_COMMA, 0, ENCODED_COMMA.length());
    }

    private static boolean endsValue(String target, int at) {
        return at == target.length()
                || "/?&,".indexOf(target.charAt(at)) >= 0
                || target.regionMatches(true, at, ENCODED_COMMA, 0, ENCODED_COMMA.length());
    }

    /** By its hyphens first, which nearly no other text of that length has at these places. */
    private static boolean isShapedAsId(String target, int from) {
        return target.charAt(from + 8) == '-'
                && target.charAt(from + 13) == '-'
                && QueryParameterParser.isId(target.substring(from, from + ID_LENGTH));
    }
}
