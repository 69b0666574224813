package org.putokaz.live.read;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.family.SlugFormat;

/** Query parameters of a list whose entries can be selected by id, reduced to some fields, and come with related ones. */
public record ListParameters(
        @BeanParam PageParameters page,

        @QueryParam("ids") @Parameter(ref = "ids") @Nullable String ids,

        @QueryParam("slug") @Parameter(ref = "slug") @Nullable
        String slug,

        @QueryParam("fields") @Parameter(ref = "fields") @Nullable
        String fields,

        @QueryParam("include") @Parameter(ref = "include") @Nullable
        String include) {

    /**
     * Adds the filters by id and by slug to the query.
     *
     * @throws org.putokaz.problem.ProblemException 400 for a malformed id or slug, or for too many of them
     */
    public EntryListQuery applyTo(EntryListQuery query) {
        return query.filterIds(QueryParameterParser.ids("ids", ids)).filterSlugs(slugs());
    }

    private @Nullable List<String> slugs() {
        if (slug == null) {
            return null;
        }
        List<String> slugs =
                QueryParameterParser.values("slug", slug).distinct().sorted().toList();
        if (!slugs.stream().allMatch(SlugFormat::isWellFormed)) {
            throw QueryParameterParser.invalidParameter("slug", "not-a-slug", SlugFormat.MAX_LENGTH);
        }
        return slugs;
    }
}
