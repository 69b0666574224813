package org.putokaz.editorial.preview;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.response.PrivateResponse;

/** Response with a new preview link. */
@Schema(name = "PreviewLink", description = "A link that shows one revision as the public would see it.")
public record PreviewView(
        @Schema(description = "The path; anybody who has it sees the revision, without a token. `lang` can be added.")
        String url,

        @Schema(description = "When it ends.") Instant expiresAt)
        implements PrivateResponse {

    @Override
    public String location() {
        return url;
    }
}
