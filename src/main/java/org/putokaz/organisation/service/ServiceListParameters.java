package org.putokaz.organisation.service;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.AreaFilter;
import org.putokaz.area.ServedArea;
import org.putokaz.contact.content.Audience;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.read.EntryParameters;

/** Query parameters of the list of the services of a unit. */
public record ServiceListParameters(
        @QueryParam("audience")
        @Parameter(
                description =
                        "Only services for these people: those that name them, those for the `public`, and those that"
                                + " name nobody, which are for everybody.",
                schema = @Schema(implementation = Audience.class))
        @Nullable
        String audience,

        @QueryParam("areaServed")
        @Parameter(
                description =
                        "Only services that serve this area or a part of it, because they state it, an area that contains"
                                + " it or one that it contains, and those that state no code: not to know is not to refuse."
                                + " A service that states no area has those of its unit.",
                schema = @Schema(ref = "AreaCode"))
        @Nullable
        String areaServed,

        @BeanParam EntryParameters entry) {

    /**
     * The filter.
     *
     * @param areasOfUnit those of a service that states none
     * @throws org.putokaz.problem.ProblemException 400 for a value that there is not
     */
    public Predicate<ServiceContent> toFilter(List<ServedArea> areasOfUnit) {
        Audience requested = QueryParameterParser.choice("audience", audience, Audience.class);
        Predicate<List<ServedArea>> areas = AreaFilter.predicate(areaServed);
        return service -> isFor(requested, service)
                && areas.test(service.areaServed().isEmpty() ? areasOfUnit : service.areaServed());
    }

    private static boolean isFor(@Nullable Audience requested, ServiceContent service) {
        List<Audience> stated = service.audiences();
        return requested == null || stated.isEmpty() || stated.contains(requested) || stated.contains(Audience.PUBLIC);
    }
}
