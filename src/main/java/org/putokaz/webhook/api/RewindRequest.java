package org.putokaz.webhook.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Request body with the position in the feed after which changes are sent again. */
@Schema(
        name = "WebhookRewind",
        description = "From where on everything is to be sent again.",
        requiredProperties = {"since"})
record RewindRequest(
        @Schema(description = "A token of the feed (`next` of changes or of a snapshot).") @Nullable
        String since) {

    /** @throws org.putokaz.problem.ProblemException 400 when the token is missing */
    String token() {
        if (since == null) {
            throw ProblemType.MALFORMED_REQUEST.with(Violation.at("/since", "required"));
        }
        return since;
    }
}
