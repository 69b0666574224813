package org.putokaz.webhook.api;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.paging.CursorParameters;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.webhook.delivery.DeliveryPage;
import org.putokaz.webhook.delivery.DeliveryState;
import org.putokaz.webhook.delivery.DeliveryView;
import org.putokaz.webhook.management.NewWebhook;
import org.putokaz.webhook.management.RotatedSecret;

/** HTTP contract of webhooks. Partners see their own, admins see all. */
@Path(WebhooksApi.BASE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public interface WebhooksApi {

    String BASE = "/partner/v1/webhooks";

    /** Query parameters of the list of deliveries. */
    record DeliveryListParameters(
            @QueryParam("state")
            @Parameter(
                    description = "Only deliveries in this state.",
                    schema = @Schema(implementation = DeliveryState.class))
            @Nullable
            String state,

            @BeanParam CursorParameters page) {

        /** @throws org.putokaz.problem.ProblemException 400 when it is no such state */
        @Nullable
        DeliveryState requestedState() {
            return QueryParameterParser.choice("state", state, DeliveryState.class);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "registerWebhook",
            summary = "Register a webhook",
            description = "An address that changes are to be sent to. The answer shows its secret; nothing ever shows"
                    + " it again. Nothing is sent before the address has been verified. 422 when it is no https address"
                    + " or leads inside of a network; 409 when there are twenty already.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IssuedWebhook.class)))
    Uni<IssuedWebhook> register(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewWebhook.class)))
                    InputStream body);

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "List webhooks",
            description = "One's own, or all of them for admins; the youngest first.")
    WebhookPage list(@BeanParam CursorParameters parameters);

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getWebhook",
            summary = "Get a webhook",
            description = "How it stands, how far it has come, and whether it fails. Somebody else's is 404.")
    WebhookView get(@PathParam("id") @Parameter(ref = "webhookId") String id);

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "deleteWebhook",
            summary = "Delete a webhook",
            description = "Nothing is sent there any more, and its deliveries are forgotten. The answer is how it"
                    + " stood.")
    WebhookView delete(@PathParam("id") @Parameter(ref = "webhookId") String id);

    @POST
    @Path("{id}/verify")
    @Operation(
            operationId = "verifyWebhook",
            summary = "Verify a webhook",
            description = "Sends `{\"type\": \"endpoint.verification\", \"data\": {\"challenge\": …}}`, signed, and"
                    + " expects a 2xx with `{\"challenge\": …}` back; then changes are sent. 422 says what went wrong.")
    Uni<WebhookView> verify(@PathParam("id") @Parameter(ref = "webhookId") String id);

    @POST
    @Path("{id}/pause")
    @Operation(
            operationId = "pauseWebhook",
            summary = "Pause a webhook",
            description = "Nothing is sent until it is resumed; nothing is lost.")
    WebhookView pause(@PathParam("id") @Parameter(ref = "webhookId") String id);

    @POST
    @Path("{id}/resume")
    @Operation(
            operationId = "resumeWebhook",
            summary = "Resume a webhook",
            description = "Goes on where it stood. While it is failing, or has set changes aside: tries again at once.")
    WebhookView resume(@PathParam("id") @Parameter(ref = "webhookId") String id);

    @POST
    @Path("{id}/rotate-secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Rotate the secret",
            description = "The answer shows the new secret; nothing ever shows it again. For a day the old one signs"
                    + " beside it, as a second signature in `webhook-signature`.")
    RotatedSecret rotate(@PathParam("id") @Parameter(ref = "webhookId") String id);

    @POST
    @Path("{id}/test")
    @Operation(
            operationId = "testWebhook",
            summary = "Send a test",
            description = "Sends `{\"type\": \"test\", …}` once, now, and answers with what came of it.")
    Uni<DeliveryView> test(@PathParam("id") @Parameter(ref = "webhookId") String id);

    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayWebhook",
            summary = "Send everything since",
            description = "Goes on from that place in the feed, earlier or later than where it stood: every entry that"
                    + " changed after it is sent, in its present state.")
    WebhookView rewind(
            @PathParam("id") @Parameter(ref = "webhookId") String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RewindRequest.class)))
                    InputStream body);

    @GET
    @Path("{id}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List deliveries",
            description = "What was sent, or is being sent, with every attempt; the newest first. Kept for thirty days"
                    + " unless the operator says otherwise; `pending` and `set-aside` are kept until they are over.")
    DeliveryPage deliveries(
            @PathParam("id") @Parameter(ref = "webhookId") String id, @BeanParam DeliveryListParameters parameters);

    @POST
    @Path("{id}/deliveries/{delivery}/replay")
    @Operation(
            operationId = "replayWebhookDelivery",
            summary = "Send a change once more",
            description =
                    "Sends it once, now, under the same `webhook-id`, and answers with what came of it; also what is"
                            + " `set-aside`. 409 when its entry has changed since: a stale number is never sent again.")
    Uni<DeliveryView> replay(
            @PathParam("id") @Parameter(ref = "webhookId") String id,
            @PathParam("delivery") @Parameter(description = "The delivery's id.", schema = @Schema(ref = "Id"))
                    String delivery);
}
