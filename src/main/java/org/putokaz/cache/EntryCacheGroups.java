package org.putokaz.cache;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.ResponseValidity;
import org.putokaz.http.response.CacheGroups;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;

/**
 * Cache groups by entry and by family (docs/decisions/0038). A response about one entry is in the group of its id; one
 * that depends on more than that entry is in the group of each family that it may depend on. So a change of an entry
 * concerns the two groups of its id and its family, and the header has one short list, however many entries are shown.
 */
@Singleton
class EntryCacheGroups implements CacheGroups {

    private final CacheablePaths paths;
    private final String allFamilies;

    @Inject
    EntryCacheGroups(CacheablePaths paths, ContentFamilyRegistry families) {
        this.paths = paths;
        this.allFamilies = families.all().stream()
                .map(ContentFamily::name)
                .map(EntryCacheGroups::quoted)
                .collect(Collectors.joining(", "));
    }

    @Override
    public String of(String target, ResponseValidity validity) {
        String family = paths.soleFamily(target);
        UUID subject = validity.subject();
        boolean dependsOnSubjectOnly = family != null && validity.soleEntry() != null;
        return Stream.of(
                        subject == null ? "" : quoted(idGroup(subject)),
                        dependsOnSubjectOnly ? "" : familyGroups(family))
                .filter(group -> !group.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The id without hyphens: RFC 9875 has caches support 32 characters. */
    private static String idGroup(UUID id) {
        return id.toString().replace("-", "");
    }

    private String familyGroups(@Nullable String family) {
        return family == null ? allFamilies : quoted(family);
    }

    private static String quoted(String group) {
        return '"' + group + '"';
    }
}
