package org.putokaz.security.token;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.putokaz.http.paging.CursorParameters;

/** HTTP contract of token management, {@code /editorial/v1/tokens}; for admins alone. */
@Path("/editorial/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public interface TokensApi {

    @GET
    @Operation(
            operationId = "listTokens",
            summary = "List the tokens",
            description = "The newest first, those that were revoked or have expired too. For admins.")
    TokenPage list(@BeanParam CursorParameters parameters);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createToken",
            summary = "Make a token",
            description = "The answer shows the token; nothing ever shows it again. For admins.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewToken.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IssuedToken.class)))
    Response create(InputStream body);

    @GET
    @Path("{id}")
    @Operation(operationId = "getToken", summary = "Get one token", description = "Everything but itself. For admins.")
    TokenView get(@PathParam("id") @Parameter(description = "The token's id.", schema = @Schema(ref = "Id")) String id);

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "revokeToken",
            summary = "Revoke a token",
            description =
                    "It is refused from now on, everywhere. It stays in the list, for what it did stays in the audit"
                            + " trail; revoking it again changes nothing. The last valid admin token is not revoked, unless people"
                            + " log in with OIDC: nobody could make another. For admins.")
    TokenView revoke(
            @PathParam("id") @Parameter(description = "The token's id.", schema = @Schema(ref = "Id")) String id);
}
