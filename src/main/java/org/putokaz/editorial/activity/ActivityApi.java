package org.putokaz.editorial.activity;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP interface of the actions of editors, in words. */
@Path(ActivityApi.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: overview")
interface ActivityApi {

    String PATH = "/editorial/v1/activity";

    @GET
    @Operation(
            operationId = "listActivity",
            summary = "List what editors did",
            description = "What was saved, reviewed, published, withdrawn, scheduled and imported, in words, the newest"
                    + " first. Names are those of now; a text that was destroyed has none. The whole trail, with its hashes, is"
                    + " `/editorial/v1/audit`.")
    ActivityPage list(@BeanParam ActivityParameters parameters);
}
