package org.putokaz.live.part;

import java.util.HashSet;
import java.util.Set;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.SlugFormat;

/** Checker of the ids and slugs of the parts of one entry: there, well-formed, and each only once. */
public final class PartIdentityChecker {

    private final ContentViolations violations;
    private final Set<Object> seen = new HashSet<>();

    public PartIdentityChecker(ContentViolations violations) {
        this.violations = violations;
    }

    /** @param pointer JSON pointer of the part */
    public void check(String pointer, EntryPart part) {
        violations.checkRequired(pointer + "/id", part.id());
        violations.checkRequired(pointer + "/slug", part.slug());
        if (part.slug() != null) {
            SlugFormat.check(pointer + "/slug", part.slug(), violations);
            if (!seen.add(part.slug())) {
                violations.add(pointer + "/slug", "repeated");
            }
        }
        if (part.id() != null && !seen.add(part.id())) {
            violations.add(pointer + "/id", "repeated");
        }
    }
}
