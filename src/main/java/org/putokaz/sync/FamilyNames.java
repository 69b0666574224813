package org.putokaz.sync;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Parameters;
import org.putokaz.live.Families;
import org.putokaz.live.Family;

/** The parameter {@code family}, which may stand several times. */
final class FamilyNames {

    private FamilyNames() {}

    /** @throws org.putokaz.problem.ProblemException 400 when there is no such family, or one is named twice */
    static Set<String> of(@Nullable List<String> asked, Families families) {
        Set<String> known = new TreeSet<>();
        families.all().stream().map(Family::name).forEach(known::add);
        Set<String> names = new TreeSet<>();
        for (String name : asked == null ? List.<String>of() : asked) {
            if (!known.contains(name)) {
                throw Parameters.refused("family", "not-one-of", String.join(", ", known));
            }
            if (!names.add(name)) {
                throw Parameters.refused("family", "parameter-value-repeated", name);
            }
        }
        return names;
    }
}
