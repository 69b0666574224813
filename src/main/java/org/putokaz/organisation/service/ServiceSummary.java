package org.putokaz.organisation.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.AreaView;
import org.putokaz.contact.content.Audience;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;

/** JSON form of a service within its unit, in one language. */
@Schema(name = "UnitServiceInUnit", description = "A service that a unit offers.")
public record ServiceSummary(
        UUID id,
        @Schema(examples = "pravna-pomoc") String slug,
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

        SelfLink links) {

    /**
     * The services of a unit.
     *
     * @param unavailable channels that no response may name today
     */
    public static List<ServiceSummary> of(
            LiveEntry unit, List<ServiceContent> services, Set<UUID> unavailable, EntryLocaliser localiser) {
        List<ServiceSummary> views = new ArrayList<>();
        for (ServiceContent service : services) {
            String pointer = ServiceValidator.SERVICES + "/" + views.size();
            views.add(of(pointer, unit, service, unavailable, localiser));
        }
        return views;
    }

    /** @param pointer JSON pointer of the service in the response */
    static ServiceSummary of(
            String pointer, LiveEntry unit, ServiceContent service, Set<UUID> unavailable, EntryLocaliser localiser) {
        return new ServiceSummary(
                Objects.requireNonNull(service.id()),
                Objects.requireNonNull(service.slug()),
                localiser.required(pointer + "/name", Objects.requireNonNull(service.name())),
                localiser.text(pointer + "/description", service.description()),
                localiser.text(pointer + "/eligibility", service.eligibility()),
                localiser.text(pointer + "/cost", service.cost()),
                requiredDocuments(pointer + "/requiredDocuments", service, localiser),
                AreaView.of(pointer + "/areaServed", service.areaServed(), localiser),
                service.audiences(),
                service.channelsWithout(unavailable),
                new SelfLink(SelfLink.of(unit.family(), unit.slug()).self() + ServiceValidator.SERVICES + "/"
                        + service.slug()));
    }

    private static List<String> requiredDocuments(String pointer, ServiceContent service, EntryLocaliser localiser) {
        List<String> documents = new ArrayList<>();
        service.requiredDocuments()
                .forEach(document -> documents.add(localiser.required(pointer + "/" + documents.size(), document)));
        return documents;
    }
}
