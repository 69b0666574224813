package org.example.ordinary;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

@Path("/events")
public class EventResource {

    @Inject
    EventRepository events;

    @GET
    public EventPageDto list(
            @QueryParam("lang") @DefaultValue("sr-Cyrl") String language,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("20") int size) {
        PanacheQuery<Event> query = events.byDate().page(page, size);
        List<EventDto> data =
                query.list().stream().map(event -> EventDto.of(event, language)).toList();
        return new EventPageDto(data, page, size, query.count());
    }

    @GET
    @Path("{slug}")
    public EventDto get(@PathParam("slug") String slug, @QueryParam("lang") @DefaultValue("sr-Cyrl") String language) {
        return events.bySlug(slug).map(event -> EventDto.of(event, language)).orElseThrow(NotFoundException::new);
    }
}
