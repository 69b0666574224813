package org.putokaz.editorial.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Check that a draft does not disclose where a confidential unit is, as every editor may read drafts. The store repeats
 * the check when it publishes.
 */
@ApplicationScoped
class ConfidentialPlaceGuard {

    private final ConfidentialLocationResolver locations;

    @Inject
    ConfidentialPlaceGuard(ConfidentialLocationResolver locations) {
        this.locations = locations;
    }

    /** @throws org.putokaz.problem.ProblemException 422 when this entry would disclose a confidential unit */
    void requireNoDisclosure(UUID id, IndexedFields.LocationPrivacy privacy) {
        UUID disclosed = privacy.disclosedUnit();
        if (disclosed == null) {
            return;
        }
        boolean confidential = disclosed.equals(id)
                ? privacy.confidential() || isConfidential(privacy.parentUnit())
                : isConfidential(disclosed);
        if (confidential) {
            throw ProblemType.INVALID_CONTENT.with(Violation.at("/content", "confidential-place-shown"));
        }
    }

    private boolean isConfidential(@Nullable UUID unit) {
        return unit != null && locations.isConfidential(Set.of(unit), Map.of());
    }
}
