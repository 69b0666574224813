package org.putokaz.sync;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;

/** Parser of the repeatable query parameter {@code family}. */
public final class FamilyParameter {

    private FamilyParameter() {}

    /**
     * The family names; empty when the parameter is absent.
     *
     * @throws org.putokaz.problem.ProblemException 400 for an unknown or repeated name
     */
    public static Set<String> parse(@Nullable List<String> values, ContentFamilyRegistry families) {
        Set<String> known = new TreeSet<>();
        families.all().stream().map(ContentFamily::name).forEach(known::add);
        Set<String> names = new TreeSet<>();
        for (String name : values == null ? List.<String>of() : values) {
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
