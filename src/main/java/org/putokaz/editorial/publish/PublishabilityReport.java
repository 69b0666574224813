package org.putokaz.editorial.publish;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the newest revision could be published as it is, and what speaks against it. */
@Schema(name = "Publishable", description = "Whether this could be published as it is. Says nothing of approval.")
public record PublishabilityReport(
        @Schema(description = "True when there is no error.")
        boolean ok,

        @Schema(description = "What keeps it from being published.")
        List<FindingView> errors,

        @Schema(description = "What somebody should look at.")
        List<FindingView> warnings) {

    static PublishabilityReport of(List<FindingView> errors, List<FindingView> warnings) {
        return new PublishabilityReport(errors.isEmpty(), errors, warnings);
    }
}
