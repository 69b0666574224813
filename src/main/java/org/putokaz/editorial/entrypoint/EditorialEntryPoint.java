package org.putokaz.editorial.entrypoint;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.security.Role;

/** Response with the links of the editorial API that the role of the actor may use. */
@Schema(name = "EditorialEntryPoint", description = "What the role of the client may use, and where.")
record EditorialEntryPoint(
        @Schema(description = "The role of the client.") Role role,

        @Schema(description = "The name of each family, and the path of the list of its entries.")
        Map<String, String> families,

        Links links)
        implements PrivateResponse {

    @Schema(name = "EditorialEntryPointLinks", description = "Paths; null where the role may not use them.")
    record Links(
            String self,

            @Schema(description = "Whose token it is.") String me,

            @Schema(description = "The JSON Schemas of the content of each family.")
            String schemas,

            @Schema(description = "The enumerations, with a label for each value.")
            String vocabularies,

            @Schema(description = "The entries of all families, and what has to be done to them.")
            String entries,

            @Schema(description = "What will be published or withdrawn by itself.")
            String schedules,

            @Schema(description = "What editors did, in words.")
            String activity,

            @Schema(description = "Entries that are published together.")
            String publishingSets,

            @Schema(description = "Takes content in, with `POST`.")
            String importing,

            @Schema(description = "All content in one file.")
            String export,

            @Schema(description = "Who did what; for approvers.") @Nullable
            String audit,

            @Schema(description = "Whether the audit trail is whole; for administrators.") @Nullable
            String auditVerification,

            @Schema(description = "Tokens; for administrators.") @Nullable
            String tokens,

            @Schema(description = "The keys that content is signed with; for administrators.") @Nullable
            String signingKeys,

            @Schema(description = "The published content.") String published) {}
}
