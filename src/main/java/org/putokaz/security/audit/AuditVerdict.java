package org.putokaz.security.audit;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.security.audit.AuditChainVerifier.Reason;

/** Result of verifying the audit trail. */
@Schema(name = "AuditVerdict")
record AuditVerdict(
        @Schema(description = "Whether every line is there and says what was written.")
        boolean ok,

        @Schema(description = "How many lines were found to hold.", examples = "4711")
        long entries,

        @Schema(
                description = "Where the trail ends. Note it down elsewhere now and then: a user who can write to the"
                        + " database could make a whole new trail, and only a head that was noted down shows that.")
        Head head,

        @Schema(description = "The first position that cannot be believed; null when all is well.") @Nullable
        Long brokenAt,

        @Schema(description = "What is wrong there; null when all is well.") @Nullable
        Reason reason)
        implements PrivateResponse {

    /** Head of the trail as the API shows it. */
    @Schema(name = "AuditHead")
    record Head(
            @Schema(description = "Position of the last line.", examples = "4711")
            long position,

            @Schema(description = "SHA-256 of the last line, in hexadecimal.")
            String hash) {}

    static AuditVerdict of(long entries, AuditHead head, Optional<AuditChainVerifier.Break> broken) {
        return new AuditVerdict(
                broken.isEmpty(),
                entries,
                new Head(head.position(), head.hash()),
                broken.map(AuditChainVerifier.Break::position).orElse(null),
                broken.map(AuditChainVerifier.Break::reason).orElse(null));
    }
}
