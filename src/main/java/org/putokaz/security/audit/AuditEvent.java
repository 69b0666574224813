package org.putokaz.security.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did, for the audit trail, which keeps it for ever.
 *
 * @param action lower-case words with hyphens, in the past tense: {@code token-revoked}
 * @param details a few short facts under documented names; never a value of content (a withdrawn address would live on in
 *     it) and never a caller's address
 */
public record AuditEvent(
        String action,
        @Nullable String family,
        @Nullable UUID entry,
        @Nullable Integer revision,
        Map<String, String> details) {

    private static final int MOST_DETAILS = 20;
    private static final int LONGEST_DETAIL = 500;

    public AuditEvent {
        details = Map.copyOf(details);
        if (details.size() > MOST_DETAILS
                || details.values().stream().anyMatch(detail -> detail.length() > LONGEST_DETAIL)) {
            throw new IllegalArgumentException("The details of " + action + " are too long");
        }
    }

    /** Something that concerns no entry. */
    public static AuditEvent of(String action, Map<String, String> details) {
        return new AuditEvent(action, null, null, null, details);
    }
}
