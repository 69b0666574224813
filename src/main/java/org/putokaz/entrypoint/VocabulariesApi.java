package org.putokaz.entrypoint;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.vocabulary.VocabularyView;

/** HTTP interface of the vocabularies of the published content, {@code /api/v1/vocabularies}. */
@Path("/api/v1/vocabularies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entry point")
public interface VocabulariesApi {

    /** Query parameters. */
    record VocabularyParameters(
            @QueryParam("lang") @Parameter(ref = "lang") @Nullable
            String lang) {}

    /** List of all vocabularies of the published content. */
    @Schema(name = "VocabularyList")
    record VocabularyList(List<VocabularyView> data) {}

    @GET
    @Operation(
            operationId = "listVocabularies",
            summary = "List the vocabularies",
            description =
                    "Every enumeration of the content with the label of each value in the language of the request.")
    VocabularyList list(@BeanParam VocabularyParameters parameters);
}
