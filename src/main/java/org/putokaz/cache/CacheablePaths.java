package org.putokaz.cache;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;

/** Which addresses have answers to keep, and what those are made of. */
@Singleton
public class CacheablePaths {

    private static final String ENTRY_POINT = "/api/v1";

    private final Set<String> families;

    @Inject
    CacheablePaths(ContentFamilyRegistry families) {
        this.families = families.all().stream().map(ContentFamily::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The entry point, and whatever the families answer. */
    public boolean areKept(String uri) {
        return uri.equals(ENTRY_POINT)
                || uri.startsWith(ENTRY_POINT + "?")
                || uri.startsWith(ENTRY_POINT + "/") && families.contains(familyPart(uri));
    }

    /**
     * The one family that the answer is made of; null where others may be in it: in the entry point, and where related
     * entries are included or a parameter is spelt so that it cannot be told.
     */
    @Nullable
    String family(String uri) {
        String family = familyPart(uri);
        int query = uri.indexOf('?');
        boolean mixed = query >= 0 && (uri.indexOf("include", query) > 0 || uri.indexOf('%', query) > 0);
        return families.contains(family) && !mixed ? family : null;
    }

    private static String familyPart(String uri) {
        int from = ENTRY_POINT.length() + 1;
        int to = from;
        while (to < uri.length() && uri.charAt(to) != '/' && uri.charAt(to) != '?') {
            to++;
        }
        return from >= uri.length() ? "" : uri.substring(from, to);
    }
}
