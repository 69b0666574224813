package org.putokaz.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.view.DateView;
import org.putokaz.http.view.Localisation;
import org.putokaz.http.view.SelfLink;
import org.putokaz.time.date.Existence;

/** Tree of the organisational units that existed on one day. */
@Schema(name = "OrganisationalUnitTree")
record UnitTree(
        @Schema(description = "The day the tree is of.", examples = "2012-07-02")
        LocalDate asOf,

        @Schema(description = "The units that are part of no other one on that day.")
        List<Node> data,

        Localisation localisation) {

    @Schema(name = "OrganisationalUnitNode")
    record Node(
            UUID id,
            String slug,
            String name,
            @Nullable String shortName,
            UnitKind kind,

            @Schema(
                    description =
                            "Whether the unit existed on that day for certain, or only may have: its dates are not"
                                    + " all known to the day.")
            Existence existence,

            @Nullable DateView established,
            @Nullable DateView dissolved,
            SelfLink links,

            @Schema(description = "The units that are part of this one.")
            List<Node> children) {}
}
