package org.putokaz.editorial.form;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.response.PrivateResponse;

/** Response with the families that have a schema. */
@Schema(name = "ContentSchemaList")
record ContentSchemaList(List<ContentSchemaLink> data) implements PrivateResponse {

    /** Link to the schema of one family. */
    @Schema(name = "ContentSchemaLink")
    record ContentSchemaLink(
            @Schema(examples = "contact-channels") String family,

            @Schema(description = "What one entry of it is called.")
            String title,

            @Schema(description = "Path of the schema.", examples = "/editorial/v1/schemas/contact-channels")
            String href) {}
}
