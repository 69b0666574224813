package org.putokaz.http.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Link to a leaflet or another file as it is sent in JSON. */
@Schema(
        name = "Attachment",
        description =
                "A link to a leaflet or another file, which is kept elsewhere: this service neither fetches nor checks it.")
public record AttachmentView(
        @Schema(description = "Always https.", examples = "https://example.org/letak.pdf")
        String url,

        @Schema(description = "Media type, without parameters.", examples = "application/pdf")
        String mediaType,

        @Schema(description = "In the language of the answer, which need not be that of the file.")
        String title,

        @Schema(description = "Language of the file as a BCP 47 tag; null when it is for all.", examples = "sr-Cyrl")
        @Nullable
        String language,

        @Schema(description = "Size of the file in bytes; null when it is not known.", examples = "120000") @Nullable
        Long bytes) {}
