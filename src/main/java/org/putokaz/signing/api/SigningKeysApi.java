package org.putokaz.signing.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP contract of signing keys, for admins. */
@Path(SigningKeysApi.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing keys")
public interface SigningKeysApi {

    String PATH = "/editorial/v1/signing-keys";

    @GET
    @Operation(
            operationId = "listSigningKeys",
            summary = "List the signing keys",
            description = "The newest first, those that sign no more too; never a private half. For admins.")
    SigningKeyList list();

    @POST
    @Operation(
            operationId = "createSigningKey",
            summary = "Begin a rotation",
            description = "Makes a key that everybody can read from now on, and that signs after"
                    + " `putokaz.signing.announce`. Until then the present one signs, and afterwards it can still be read for"
                    + " `putokaz.signing.keep`. 409 while a rotation is under way, or when the operator configures the keys."
                    + " For admins.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SigningKeyView.class)))
    Response create();

    @GET
    @Path("{kid}")
    @Operation(
            operationId = "getSigningKey",
            summary = "Get one signing key",
            description = "Everything but its private half. For admins.")
    SigningKeyView get(@PathParam("kid") @Parameter(ref = "kid") String kid);

    @POST
    @Path("{kid}/revoke")
    @Operation(
            operationId = "revokeSigningKey",
            summary = "Revoke a signing key",
            description =
                    "For a key that somebody else may have. It leaves the key set at once, and what was signed with it"
                            + " no longer holds. If it was the one that signs, the next signs at once, without having been"
                            + " announced. Revoking it again changes nothing. For admins.")
    SigningKeyView revoke(@PathParam("kid") @Parameter(ref = "kid") String kid);
}
