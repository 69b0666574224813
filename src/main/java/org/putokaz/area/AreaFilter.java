package org.putokaz.area;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.read.EntryListQuery;

/**
 * Filter of lists by the area that is served. It finds the entries that serve the area or a part of it, because they state it, one
 * that contains it or one that it contains, and those that state no code: not to know is not to refuse, and a person in need must
 * not miss a line that nobody has described yet.
 */
public final class AreaFilter {

    /** Name of the request parameter, and of the facet in the index. */
    public static final String NAME = "areaServed";

    private AreaFilter() {}

    /**
     * Adds the filter.
     *
     * @param raw {@code scheme:code}; null is no filter
     * @throws org.putokaz.problem.ProblemException 400 for an area that there is not
     */
    public static EntryListQuery apply(EntryListQuery query, @Nullable String raw) {
        AreaCode area = parse(raw);
        return area == null ? query : query.filterFacetOrUnstated(NAME, area.key(), accepted(area));
    }

    /**
     * The same filter for the areas of one content.
     *
     * @param raw as for {@link #apply}
     * @throws org.putokaz.problem.ProblemException 400 for an area that there is not
     */
    public static Predicate<List<ServedArea>> predicate(@Nullable String raw) {
        AreaCode area = parse(raw);
        if (area == null) {
            return areas -> true;
        }
        Set<String> accepted = Set.copyOf(accepted(area));
        return areas -> {
            List<String> stated = ServedArea.keys(areas);
            return stated.isEmpty() || stated.stream().anyMatch(accepted::contains);
        };
    }

    private static @Nullable AreaCode parse(@Nullable String raw) {
        return QueryParameterParser.value(NAME, raw, AreaDirectory::parse);
    }

    private static List<String> accepted(AreaCode area) {
        return AreaDirectory.overlapping(area).stream().map(AreaCode::key).toList();
    }
}
