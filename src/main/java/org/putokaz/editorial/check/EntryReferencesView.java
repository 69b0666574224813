package org.putokaz.editorial.check;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.response.PrivateResponse;

/** Response with the entries that refer to one. */
@Schema(name = "EditorialReferences", description = "The entries that name one, published or in a draft.")
public record EntryReferencesView(
        @Schema(description = "By family; at most a thousand.")
        List<ReferenceView> data) implements PrivateResponse {}
