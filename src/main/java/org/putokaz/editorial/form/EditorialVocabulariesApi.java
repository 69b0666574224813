package org.putokaz.editorial.form;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.http.vocabulary.VocabularyView;

/** HTTP interface of the vocabularies for editors, {@code /editorial/v1/vocabularies}. */
@Path("/editorial/v1/vocabularies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editorial: forms")
interface EditorialVocabulariesApi {

    /** List of all vocabularies of the content and of the editorial work. */
    @Schema(name = "EditorialVocabularyList")
    record EditorialVocabularyList(List<VocabularyView> data) implements PrivateResponse {}

    @GET
    @Operation(
            operationId = "listEditorialVocabularies",
            summary = "List the vocabularies for editors",
            description =
                    "Every enumeration of the content and of the editorial API with the label of each value in the"
                            + " language of the request.")
    EditorialVocabularyList list(@BeanParam ContentSchemasApi.LanguageParameter parameters);
}
