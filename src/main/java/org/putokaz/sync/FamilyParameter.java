package org.putokaz.sync;

import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parameter {@code family}, which may stand several times. */
public final class FamilyParameter {

    private FamilyParameter() {}

    /** @throws org.putokaz.problem.ProblemException 400 when there is no such family, or one is named twice */
    public static Set<String> of(@Nullable List<String> asked, ContentFamilyRegistry families) {
        Set<String> known = new TreeSet<>();
        families.all().stream().map(ContentFamily::name).forEach(known::add);
        Set<String> names = new TreeSet<>();
        for (String name : asked == null ? List.<String>of() : asked) {
            if (!known.contains(name)) {
                throw QueryParameterParser.invalidParameter("family", "not-one-of", String.join(", ", known));
            }
            if (!names.add(name)) {
                throw QueryParameterParser.invalidParameter("family", "parameter-value-repeated", name);
            }
        }
        return names;
    }
}
