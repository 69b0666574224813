package org.putokaz.security.audit;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** HTTP contract of the audit trail, {@code /editorial/v1/audit}. */
@Path("/editorial/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public interface AuditApi {

    @GET
    @Operation(
            operationId = "listAuditEntries",
            summary = "List who did what",
            description =
                    "The audit trail, the newest first. It never holds a value of content or anybody's address. For"
                            + " approvers and admins.")
    AuditPage list(@BeanParam AuditListParameters parameters);

    @GET
    @Path("verify")
    @Operation(
            operationId = "verifyAudit",
            summary = "Check the audit trail",
            description =
                    "Reads the whole trail and says whether it holds, and where it breaks. Each line carries the hash"
                            + " of the line before: SHA-256 of its canonical JSON (RFC 8785). For admins.")
    AuditVerdict verify();
}
