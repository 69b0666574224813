package org.putokaz.cache;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;

/** Matcher of the URIs whose responses are cacheable, and of the family a response is made from. */
@Singleton
public class CacheablePaths {

    private static final String ENTRY_POINT = "/api/v1";

    private final Set<String> families;

    @Inject
    CacheablePaths(ContentFamilyRegistry families) {
        this.families = families.all().stream().map(ContentFamily::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the URI is the entry point of the API or below the path of a family. */
    public boolean isCacheable(String uri) {
        return uri.equals(ENTRY_POINT)
                || uri.startsWith(ENTRY_POINT + "?")
                || uri.startsWith(ENTRY_POINT + "/") && families.contains(pathFamily(uri));
    }

    /**
     * The only family whose entries the response shows; null where other families may contribute: at the entry point,
     * where related entries are included, and where the query is percent-encoded and therefore not inspected.
     */
    @Nullable
    String soleFamily(String uri) {
        String family = pathFamily(uri);
        int query = uri.indexOf('?');
        boolean mixed = query >= 0 && (uri.indexOf("include", query) > 0 || uri.indexOf('%', query) > 0);
        return families.contains(family) && !mixed ? family : null;
    }

    private static String pathFamily(String uri) {
        int from = ENTRY_POINT.length() + 1;
        int to = from;
        while (to < uri.length() && uri.charAt(to) != '/' && uri.charAt(to) != '?') {
            to++;
        }
        return from >= uri.length() ? "" : uri.substring(from, to);
    }
}
