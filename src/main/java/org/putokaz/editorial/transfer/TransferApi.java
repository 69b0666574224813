package org.putokaz.editorial.transfer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP interface of the import and export of files. */
@Path("/editorial/v1")
@Tag(name = "Editorial: import and export")
public interface TransferApi {

    String ZIP = "application/zip";
    String NDJSON = "application/x-ndjson";
    String CSV = "text/csv";

    @POST
    @Path("import")
    @Consumes({ZIP, NDJSON, CSV})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importContent",
            summary = "Import",
            description = "Brings in entries as drafts: a content pack (zip of YAML files), one entry a line (NDJSON:"
                    + " `family`, `id`, `slug`, `note`, `content`), or a table of contact channels (CSV with a header, in UTF-8,"
                    + " in UTF-16 with a byte order mark, or in the `charset` of the media type; a `sep=` line and columns without"
                    + " any text are ignored). The column `hours` takes a subset of `opening_hours` of OpenStreetMap with a time zone:"
                    + " `Mo-Fr 08:00-16:00; Sa 09:00-13:00; PH off; Europe/Belgrade` or `24/7; Europe/Belgrade`, and `PH 10:00-12:00` for"
                    + " hours of public holidays; the time zone, the holiday"
                    + " rule and exceptions stay when the cell does not say them."
                    + " All of it or nothing. What is new or changed is put into one publishing set. Nothing is published"
                    + " and no review is skipped.")
    ImportReport run(
            @HeaderParam("Content-Type") @Parameter(hidden = true) @Nullable String contentType,
            @QueryParam("dryRun")
                    @Parameter(
                            description = "`true`: only say what would be done, and everything that is wrong.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @Nullable
                    String dryRun,
            @QueryParam("clearBlank")
                    @Parameter(
                            description =
                                    "`true`: a blank cell of a table removes what the entry has there; otherwise that stays.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @Nullable
                    String clearBlank,
            @QueryParam("file")
                    @Parameter(
                            description =
                                    "The name of the file; the publishing set is named after it. Folders in front of"
                                            + " the name are left out. Without it the set is named after the day.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            maxLength = SourceFileName.MAX_LENGTH,
                                            examples = "kanali.csv"))
                    @Nullable
                    String file,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = ZIP, schema = @Schema(ref = "ImportFile")),
                                @Content(mediaType = NDJSON, schema = @Schema(ref = "ImportFile")),
                                @Content(mediaType = CSV, schema = @Schema(ref = "ImportFile"))
                            })
                    InputStream body);

    @GET
    @Path("export")
    @Produces(ZIP)
    @Operation(
            operationId = "exportContent",
            summary = "Export",
            description =
                    "Everything that is published, as a content pack: unzipped and named in `putokaz.content.pack`, it"
                            + " makes an empty server give the same public answers under the same ids. Drafts are not in it, nor"
                            + " is anything of what was withdrawn for somebody's safety.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = ZIP, schema = @Schema(ref = "ImportFile")))
    Response export();
}
