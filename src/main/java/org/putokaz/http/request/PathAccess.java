package org.putokaz.http.request;

import java.util.List;

/**
 * The parts that the server's paths fall into: what anybody may read, what asks for a token, and everything else, which
 * is nowhere. Whatever an extension might serve beside these does not answer.
 */
public final class PathAccess {

    private static final List<String> PUBLIC = List.of("/api", "/docs", "/.well-known", "/hsds");
    private static final List<String> CONTRACT = List.of("/openapi", "/openapi.json", "/openapi.yaml", "/openapi.yml");
    /** Here the link itself is the token. */
    private static final List<String> LINKED = List.of("/preview");

    private static final List<String> GUARDED = List.of("/editorial", "/partner");

    private PathAccess() {}

    /** What answers without a token in a header. */
    public static boolean isPublic(String path) {
        return CONTRACT.contains(path) || isWithin(PUBLIC, path) || isWithin(LINKED, path);
    }

    /** Where a token stands in the address. */
    public static boolean isLinked(String path) {
        return isWithin(LINKED, path);
    }

    /** What nobody may have without a token: not even the names of its paths. */
    public static boolean isGuarded(String path) {
        return isWithin(GUARDED, path);
    }

    private static boolean isWithin(List<String> places, String path) {
        for (String place : places) {
            if (path.startsWith(place) && (path.length() == place.length() || path.charAt(place.length()) == '/')) {
                return true;
            }
        }
        return false;
    }
}
