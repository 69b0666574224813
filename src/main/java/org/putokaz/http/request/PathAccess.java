package org.putokaz.http.request;

import java.util.List;

/**
 * Access class of each path of the server: public, protected by a token, or unknown. A path in neither of the two lists
 * answers 404, whatever an extension of Quarkus would serve there.
 */
public final class PathAccess {

    private static final List<String> PUBLIC = List.of("/api", "/docs", "/.well-known", "/hsds");
    private static final List<String> CONTRACT = List.of("/openapi", "/openapi.json", "/openapi.yaml", "/openapi.yml");
    private static final List<String> CAPABILITY_URLS = List.of("/preview");
    private static final List<String> PROTECTED = List.of("/editorial", "/partner");

    private PathAccess() {}

    /** Whether the path answers without a token in a header. */
    public static boolean isPublic(String path) {
        return CONTRACT.contains(path) || isWithin(PUBLIC, path) || isWithin(CAPABILITY_URLS, path);
    }

    /** Whether the path has data that pages of any origin may read and shared caches may keep. */
    public static boolean isPublicData(String path) {
        return path.startsWith("/api/") || path.startsWith("/openapi") || path.startsWith("/.well-known/");
    }

    /** Whether the path itself contains the token that grants access. */
    public static boolean isCapabilityUrl(String path) {
        return isWithin(CAPABILITY_URLS, path);
    }

    /** Whether the path needs a token in a header. Without one not even the existence of a path is revealed. */
    public static boolean requiresToken(String path) {
        return isWithin(PROTECTED, path);
    }

    private static boolean isWithin(List<String> prefixes, String path) {
        for (String prefix : prefixes) {
            if (path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
                return true;
            }
        }
        return false;
    }
}
