package org.putokaz.security.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Action to be recorded in the audit trail, which keeps it permanently.
 *
 * @param action lower-case words with hyphens, in the past tense: {@code token-revoked}
 * @param details at most 20 short values of up to 500 characters under documented names; never a value of content (the
 *     trail would keep a withdrawn address) and never the address of a client
 */
public record AuditEvent(
        String action,
        @Nullable String family,
        @Nullable UUID entry,
        @Nullable Integer revision,
        Map<String, String> details) {

    private static final int MAX_DETAILS = 20;
    private static final int MAX_DETAIL_LENGTH = 500;

    public AuditEvent {
        details = Map.copyOf(details);
        if (details.size() > MAX_DETAILS
                || details.values().stream().anyMatch(detail -> detail.length() > MAX_DETAIL_LENGTH)) {
            throw new IllegalArgumentException("The details of " + action + " are too long");
        }
    }

    /** An event without a content entry. */
    public static AuditEvent of(String action, Map<String, String> details) {
        return new AuditEvent(action, null, null, null, details);
    }
}
