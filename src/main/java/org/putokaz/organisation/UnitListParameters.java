package org.putokaz.organisation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.AreaFilter;
import org.putokaz.common.WireEnum;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.read.EntryListQuery;
import org.putokaz.live.read.ListParameters;
import org.putokaz.live.read.SortOrder;

/** Query parameters of the list of organisational units. */
record UnitListParameters(
        @QueryParam("kind")
        @Parameter(description = "Only units of this kind.", schema = @Schema(implementation = UnitKind.class))
        @Nullable
        String kind,

        @QueryParam("parent")
        @Parameter(description = "Only units directly below the one with this id.", schema = @Schema(ref = "Id"))
        @Nullable
        String parent,

        @QueryParam("status")
        @Parameter(
                description = "Only units that exist today (`active`) or no longer do (`dissolved`).",
                schema = @Schema(implementation = UnitStatus.class))
        @Nullable
        String status,

        @QueryParam("language")
        @Parameter(
                description = "Only units where this language is spoken; `en` finds `en-GB` too.",
                schema = @Schema(ref = "LanguageRange"))
        @Nullable
        String language,

        @QueryParam("areaServed")
        @Parameter(
                description =
                        "Only units that serve this area or a part of it, because they state it, an area that"
                                + " contains it or one that it contains, and those that state no code: not to know is not to refuse.",
                schema = @Schema(ref = "AreaCode"))
        @Nullable
        String areaServed,

        @QueryParam("sort")
        @Parameter(
                description =
                        "The order; a minus turns it round. By name as the alphabet of the answer's language goes.",
                schema =
                        @Schema(
                                enumeration = {"sortOrder", "-sortOrder", "name", "-name", "publishedAt", "-publishedAt"
                                },
                                defaultValue = "sortOrder"))
        @Nullable
        String sort,

        @BeanParam ListParameters list) {

    /** Existence of a unit as of today. */
    enum UnitStatus implements WireEnum {
        ACTIVE,
        DISSOLVED
    }

    private static final List<SortOrder> ORDERS =
            List.of(SortOrder.byOrderKey("sortOrder"), SortOrder.NAME, SortOrder.PUBLISHED);

    EntryListQuery toQuery(RequestContext request) {
        UnitStatus requested = QueryParameterParser.choice("status", status, UnitStatus.class);
        if (requested != null) {
            request.validity().limitToToday();
        }
        return AreaFilter.apply(
                        list.applyTo(new EntryListQuery(
                                UnitFamily.NAME, "live.organisational_unit", SortOrder.parse(sort, ORDERS))),
                        areaServed)
                .filterIndexed("parent", "parent", QueryParameterParser.id("parent", parent))
                .filterIndexed("kind", "kind", QueryParameterParser.choice("kind", kind, UnitKind.class))
                .filter("f.dissolved_latest >= ?", "active", requested == UnitStatus.ACTIVE ? request.today() : null)
                .filter(
                        "f.dissolved_latest < ?",
                        "dissolved",
                        requested == UnitStatus.DISSOLVED ? request.today() : null)
                .filterLanguage(QueryParameterParser.languageRange("language", language));
    }
}
