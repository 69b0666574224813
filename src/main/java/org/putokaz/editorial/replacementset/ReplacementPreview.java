package org.putokaz.editorial.replacementset;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.editorial.check.ReferenceView;
import org.putokaz.http.response.PrivateResponse;

/** Response with what a set that replaces an entry would change. */
@Schema(name = "ReplacementPreview", description = "What a set that replaces an entry would change.")
record ReplacementPreview(
        UUID entry,
        UUID replacedBy,

        @Schema(
                description = "The entries that name the one to be withdrawn, by family. The set makes a draft of those"
                        + " whose newest revision does (`draft`), and publishes those of them that are published.")
        List<ReferenceView> references)
        implements PrivateResponse {}
