package org.putokaz.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.AreaView;
import org.putokaz.http.response.SerializedOnce;
import org.putokaz.http.view.AttachmentView;
import org.putokaz.http.view.DateView;
import org.putokaz.http.view.Localisation;
import org.putokaz.http.view.SelfLink;
import org.putokaz.organisation.service.ServiceSummary;

/** JSON form of an organisational unit in one language. */
@Schema(name = "OrganisationalUnit", description = "A part of the institution, or the institution itself.")
@RecordBuilder
record UnitView(
        UUID id,

        @Schema(examples = "centar-za-zastitu-zrtava-trgovine-ljudima")
        String slug,

        String name,
        @Nullable String shortName,

        @Schema(description = "Names that the unit had before, in the order in which its editors wrote them.")
        List<FormerNameView> formerNames,

        @Schema(description = "Numbers of the unit in public registers, one for each scheme.")
        List<IdentifierView> identifiers,

        @Schema(description = "CommonMark without raw HTML.") @Nullable
        String description,

        UnitKind kind,

        @Schema(description = "Id of the unit that this one is part of.") @Nullable
        UUID parent,

        @Schema(description = "Ids of the units whose work this one took over.")
        List<UUID> predecessors,

        @Schema(description = "Ids of the units that took over the work of this one.")
        List<UUID> successors,

        @Nullable DateView established,
        @Nullable DateView dissolved,
        List<LegalBasisView> legalBasis,

        @Schema(description = "Never there for a unit whose location is confidential.") @Nullable
        AddressView address,

        @Nullable GeoPointView location,

        @Schema(description = "Whether where the unit is stays secret, for the safety of the people in it.")
        boolean confidentialLocation,

        @Schema(description = "Languages spoken there, as BCP 47 tags.")
        List<String> languages,

        @Schema(description = "The areas whose people it serves; empty where that is not stated.")
        List<AreaView> areaServed,

        @Schema(description = "CommonMark without raw HTML.") @Nullable
        String accessibility,

        @Schema(description = "Links to leaflets and other files.")
        List<AttachmentView> attachments,

        @Schema(description = "What it offers to people, in the order that its editors chose.")
        List<ServiceSummary> services,

        @Schema(description = "Smaller comes first among siblings.")
        int sortOrder,

        @Schema(description = "When the public last saw a change of this entry.")
        Instant publishedAt,

        SelfLink links,
        Localisation localisation,

        @Schema(ref = "Included") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Map<String, List<? extends Record>> included)
        implements SerializedOnce {

    @Schema(name = "FormerName", description = "A name that a unit had for a time.")
    record FormerNameView(
            String name,

            @Schema(description = "Since when; null when that is not known.") @Nullable
            DateView from,

            @Schema(description = "Until when; null when that is not known.") @Nullable
            DateView until) {}

    @Schema(name = "UnitIdentifier", description = "The number of a unit in a public register.")
    record IdentifierView(
            @Schema(
                    description =
                            "The register, a lower-case word. The list is open; known are `rs-mb`, the registration"
                                    + " number of Serbia of 8 digits, and `rs-pib`, its tax number of 9 digits.",
                    examples = "rs-pib")
            String scheme,

            @Schema(description = "At most 50 characters.", examples = "101134702")
            String value) {}

    @Schema(name = "LegalBasis", description = "The act a unit rests on, and where it was published.")
    record LegalBasisView(
            String title,
            @Nullable String gazette,
            @Nullable LocalDate date,
            @Nullable String url) {}

    @Schema(name = "Address")
    record AddressView(
            @Nullable String street,
            String city,
            @Nullable String postalCode,
            @Nullable String district,

            @Schema(description = "ISO 3166-1 alpha-2.", examples = "RS") @Nullable
            String country) {}

    @Schema(name = "GeoPoint", description = "WGS 84, in degrees.")
    record GeoPointView(double latitude, double longitude) {}

    UnitView withIncluded(@Nullable Map<String, List<? extends Record>> more) {
        return more == null
                ? this
                : UnitViewBuilder.builder(this).included(more).build();
    }
}
