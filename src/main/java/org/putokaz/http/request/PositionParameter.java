package org.putokaz.http.request;

/**
 * Query parameter {@code position}: the position of the feed that a response must have reached at least. It makes
 * another URL for the caches in front of the service and changes nothing else (docs/decisions/0038).
 *
 * <p>It has one spelling: decimal digits without a leading zero, nothing percent-encoded, once. So all URLs that differ in
 * it alone are one URL without it, and links never repeat it.
 */
public final class PositionParameter {

    public static final String NAME = "position";

    /** Value of {@link #valueIn} for a request target without the parameter. */
    public static final long ABSENT = -1;

    /** Value of {@link #valueIn} for a parameter in another spelling. */
    public static final long INVALID = -2;

    private static final String ASSIGNMENT = NAME + '=';
    /** A number of so many digits fits into a {@code long}. */
    private static final int MAX_DIGITS = 18;

    private PositionParameter() {}

    /** The position in a path and query; {@link #ABSENT} or {@link #INVALID} where there is none. */
    public static long valueIn(String target) {
        int at = indexIn(target, 0);
        if (at < 0) {
            return ABSENT;
        }
        int to = endOf(target, at);
        return indexIn(target, to) < 0 ? parse(target, at + ASSIGNMENT.length(), to) : INVALID;
    }

    /** The same path and query without the parameter, in whatever spelling of the value. */
    public static String removedFrom(String target) {
        String rest = target;
        for (int at = indexIn(rest, 0); at >= 0; at = indexIn(rest, 0)) {
            int to = endOf(rest, at);
            // With the separator behind it, or else with the one before it, which may be the question mark.
            rest = to < rest.length() ? rest.substring(0, at) + rest.substring(to + 1) : rest.substring(0, at - 1);
        }
        return rest;
    }

    /** The index of the parameter's name in the query, at that index or later; -1 without it. */
    private static int indexIn(String target, int from) {
        int at = target.indexOf(ASSIGNMENT, from);
        while (at >= 0 && !beginsParameter(target, at)) {
            at = target.indexOf(ASSIGNMENT, at + 1);
        }
        return at;
    }

    /** Whether the index is directly behind a separator of the query. */
    private static boolean beginsParameter(String target, int at) {
        int query = target.indexOf('?');
        return query >= 0 && at > query && (at == query + 1 || target.charAt(at - 1) == '&');
    }

    private static int endOf(String target, int parameter) {
        int separator = target.indexOf('&', parameter);
        return separator < 0 ? target.length() : separator;
    }

    private static long parse(String target, int from, int to) {
        int digits = to - from;
        if (digits < 1 || digits > MAX_DIGITS || digits > 1 && target.charAt(from) == '0') {
            return INVALID;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            char digit = target.charAt(i);
            if (digit < '0' || digit > '9') {
                return INVALID;
            }
            value = value * 10 + (digit - '0');
        }
        return value;
    }
}
