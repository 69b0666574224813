package org.putokaz.organisation.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.AreaView;
import org.putokaz.contact.content.Audience;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.http.view.Localisation;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;

/** JSON form of one service of a unit in one language. */
@Schema(name = "UnitService", description = "A service that a unit offers.")
@RecordBuilder
public record ServiceView(
        UUID id,
        @Schema(examples = "pravna-pomoc") String slug,

        @Schema(description = "Id of the unit that offers it.")
        UUID unit,

        String name,

        @Schema(description = "CommonMark without raw HTML.") @Nullable
        String description,

        @Schema(description = "Who can use it; CommonMark without raw HTML.") @Nullable
        String eligibility,

        @Schema(description = "What it costs those who use it; CommonMark without raw HTML.") @Nullable
        String cost,

        @Schema(description = "The documents that people need for it.")
        List<String> requiredDocuments,

        @Schema(description = "The areas whose people it serves; empty where they are those of the unit.")
        List<AreaView> areaServed,

        @Schema(description = "The people that it is for; empty where it is for everybody.")
        List<Audience> audiences,

        @Schema(description = "Ids of the channels by which it is reached.")
        List<UUID> channels,

        @Schema(description = "When the public last saw a change of the unit.")
        Instant publishedAt,

        ServiceLinks links,
        Localisation localisation,

        @Schema(ref = "Included") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Map<String, List<? extends Record>> included) {

    @Schema(name = "UnitServiceLinks")
    record ServiceLinks(
            @Schema(description = "Path of this service on this server.")
            String self,

            @Schema(description = "Path of the unit.") String unit) {}

    /**
     * The view of a service.
     *
     * @param index of the service among those of the unit, from 0
     * @param unavailable channels that no response may name today
     */
    public static ServiceView of(
            LiveEntry unit, List<ServiceContent> services, int index, Set<UUID> unavailable, RequestContext request) {
        EntryLocaliser localiser = new EntryLocaliser(request)
                .withOutdated(unit.outdatedIn(request.language(), ServiceValidator.SERVICES + "/" + index));
        ServiceSummary summary = ServiceSummary.of("", unit, services.get(index), unavailable, localiser);
        return ServiceViewBuilder.builder()
                .id(summary.id())
                .slug(summary.slug())
                .unit(unit.id())
                .name(summary.name())
                .description(summary.description())
                .eligibility(summary.eligibility())
                .cost(summary.cost())
                .requiredDocuments(summary.requiredDocuments())
                .areaServed(summary.areaServed())
                .audiences(summary.audiences())
                .channels(summary.channels())
                .publishedAt(unit.publishedAt())
                .links(new ServiceLinks(
                        summary.links().self(),
                        SelfLink.of(unit.family(), unit.slug()).self()))
                .localisation(localiser.localisation())
                .build();
    }

    public ServiceView withIncluded(@Nullable Map<String, List<? extends Record>> more) {
        return ServiceViewBuilder.builder(this).included(more).build();
    }
}
