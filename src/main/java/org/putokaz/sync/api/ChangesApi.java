package org.putokaz.sync.api;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.putokaz.sync.feed.ChangePage;

/** HTTP contract of the change feed, {@code /api/v1/changes}. */
@Path("/api/v1/changes")
@Tag(name = "Sync")
public interface ChangesApi {

    /** Example of an event stream in the OpenAPI document. */
    String EVENTS = """
            retry: 3000

            event: change
            id: AZZkre6S2kTbvN8dqzkhMqMAAAAAAAAADgAAAaIPlxY9Y29udGFjdC1jaGFubmVsc7ey4LN29w
            data: {"position":15,"family":"contact-channels","id":"01a20a90-1c5c-74a9-9b9a-d0da3d649a85",\
            "slug":"kontakt-telefon-centra","op":"remove","reason":"withdrawn","replacedBy":null,"importance":"major",\
            "note":null,"publishedAt":"2026-11-24T00:00:00Z","content":null,"address":null}

            """;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listChanges",
            summary = "Read what has changed",
            description = "Everything published or withdrawn since a token, each entry once and as it is now: a client"
                    + " that has read to the end has exactly our state. Without `since` it begins with the first change ever,"
                    + " removals included. With `wait` the answer comes with the next change, or empty when the time is"
                    + " over. A set that was published at once may be cut by the end of a page: act on it once `more` is"
                    + " false.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangePage.class)))
    @APIResponse(ref = "FullSyncRequired", responseCode = "410")
    Uni<ChangePage> list(@BeanParam ChangesParameters parameters);

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamChanges",
            summary = "Be told of changes as they happen",
            description = "The same as server-sent events: each has `event: change`, a `Change` in JSON as its `data`,"
                    + " and as its `id` the token after it. A client that lost the line comes back with `Last-Event-ID`"
                    + " (browsers do so by themselves), which counts more than `since`. A comment every few seconds shows"
                    + " that the line is alive; who reads too slowly is cut off, and comes back. 503 when too many are"
                    + " connected.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(ref = "EventStream"),
                            example = EVENTS))
    @APIResponse(ref = "FullSyncRequired", responseCode = "410")
    void stream(
            @BeanParam StreamParameters parameters,
            @HeaderParam("Last-Event-ID") @Parameter(ref = "lastEventId") @Nullable String lastEventId,
            @Suspended AsyncResponse suspended);
}
