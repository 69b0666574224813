package org.putokaz.area;

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
        AreaCode area = QueryParameterParser.value(NAME, raw, AreaDirectory::parse);
        return area == null
                ? query
                : query.filterFacetOrUnstated(
                        NAME,
                        area.key(),
                        AreaDirectory.overlapping(area).stream()
                                .map(AreaCode::key)
                                .toList());
    }
}
