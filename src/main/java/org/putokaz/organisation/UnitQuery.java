package org.putokaz.organisation;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Parameters;
import org.putokaz.http.Reader;
import org.putokaz.http.Token;
import org.putokaz.live.ListQuery;
import org.putokaz.live.Listing;
import org.putokaz.live.Order;

/** What a list of units can be asked for. */
record UnitQuery(
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
                description = "Only units where this language is spoken; a BCP 47 tag.",
                schema = @Schema(ref = "LanguageTag"))
        @Nullable
        String language,

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

        @BeanParam ListQuery list) {

    /** Whether a unit exists today. */
    enum UnitStatus implements Token {
        ACTIVE,
        DISSOLVED
    }

    private static final List<Order> ORDERS = List.of(Order.own("sortOrder"), Order.NAME, Order.PUBLISHED);

    Listing listing(Reader reader) {
        UnitStatus asked = Parameters.choice("status", status, UnitStatus.class);
        if (asked != null) {
            reader.dependsOnTheDay();
        }
        return new Listing(UnitFamily.NAME, "live.organisational_unit", Order.asked(sort, ORDERS))
                .in("parent", "parent", Parameters.id("parent", parent))
                .in("kind", "kind", Parameters.choice("kind", kind, UnitKind.class))
                .where("f.dissolved_latest >= ?", "active", asked == UnitStatus.ACTIVE ? reader.today() : null)
                .where("f.dissolved_latest < ?", "dissolved", asked == UnitStatus.DISSOLVED ? reader.today() : null)
                .having("language", Parameters.language("language", language));
    }
}
