package org.putokaz.pack.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.WrongTypeViolation;
import org.putokaz.live.EntryHistory;
import org.putokaz.problem.Violation;

/** Validator of an envelope: either content or a tombstone, with the fields that each requires. */
final class EntryHistoryValidator {

    private final List<Violation> violations = new ArrayList<>();

    private EntryHistoryValidator() {}

    static List<Violation> violations(EntryEnvelope envelope) {
        EntryHistoryValidator validator = new EntryHistoryValidator();
        EntryHistory.Tombstone tombstone = envelope.withdrawn();
        if (tombstone == null) {
            validator.validateContent(envelope);
        } else {
            validator.requirePresent("/withdrawn/reason", tombstone.reason());
            if (envelope.content() != null && !envelope.content().isNull()) {
                validator.violations.add(Violation.at("/content", "content-of-what-is-withdrawn"));
            }
        }
        validator.validateTimes(envelope.published());
        for (int i = 0; i < envelope.parts().size(); i++) {
            EntryHistory.Part part = envelope.parts().get(i);
            validator.requirePresent("/parts/" + i, part);
            if (part != null) {
                validator.requirePresent("/parts/" + i + "/id", part.id());
                validator.requirePresent("/parts/" + i + "/slug", part.slug());
            }
        }
        return validator.violations;
    }

    private void validateContent(EntryEnvelope envelope) {
        JsonNode content = envelope.content();
        requirePresent("/content", content);
        if (content != null && !envelope.hasContent()) {
            violations.add(WrongTypeViolation.of("/content", content, Map.class));
        }
    }

    private void validateTimes(EntryHistory.@Nullable Times times) {
        if (times != null) {
            requirePresent("/published/first", times.first());
            requirePresent("/published/last", times.last());
            if (times.order() < 1) {
                violations.add(Violation.at("/published/order", "required"));
            }
        }
    }

    /** The JSON parser leaves null for a missing field, also where the type allows none. */
    private void requirePresent(String pointer, @Nullable Object value) {
        if (value == null) {
            violations.add(Violation.at(pointer, "required"));
        }
    }
}
