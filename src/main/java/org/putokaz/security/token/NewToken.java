package org.putokaz.security.token;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.security.Role;

/** Request body of the creation of a token. */
@Schema(
        name = "NewToken",
        requiredProperties = {"name", "role"})
record NewToken(
        @Schema(
                description = "Who, or what, will use it.",
                examples = "Ana",
                minLength = 1,
                maxLength = MAX_NAME_LENGTH)
        @Nullable
        String name,

        @Schema(description = "What it may do: that, and what the roles before it may.") @Nullable
        Role role,

        @Schema(description = "When it stops being valid; never, when it is null or missing.") @Nullable
        Instant expiresAt) {

    static final int MAX_NAME_LENGTH = 100;

    /** @throws org.putokaz.problem.ProblemException 422 with all violations */
    TokenSpec toSpec(Instant now) {
        List<Violation> violations = new ArrayList<>();
        String trimmed = name == null ? "" : name.strip();
        if (trimmed.isEmpty()) {
            violations.add(Violation.at("/name", "token-name-missing"));
        } else if (trimmed.length() > MAX_NAME_LENGTH) {
            violations.add(Violation.at("/name", "token-name-longer-than", MAX_NAME_LENGTH));
        }
        if (role == null) {
            violations.add(Violation.at("/role", "token-role-missing"));
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            violations.add(Violation.at("/expiresAt", "token-expiry-past"));
        }
        if (role == null || !violations.isEmpty()) {
            throw ProblemType.INVALID_CONTENT.with(violations);
        }
        return new TokenSpec(trimmed, role, expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS));
    }
}
