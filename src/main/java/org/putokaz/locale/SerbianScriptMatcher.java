package org.putokaz.locale;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Matcher from a language range to the Serbian script that suits it: for ranges without a script, and for languages
 * so near to Serbian that a Serbian text is better than any other. Neither JAX-RS nor {@link java.util.Locale#lookup}
 * knows this; ICU knows it in part.
 */
final class SerbianScriptMatcher {

    private static final Map<String, String> OLDER_NAMES =
            Map.of("srp", "sr", "scc", "sr", "hbs", "sh", "hrv", "hr", "scr", "hr", "bos", "bs");
    private static final Set<String> NEIGHBOURS = Set.of("sh", "hr", "bs", "cnr");

    private SerbianScriptMatcher() {}

    /** The language meant by exactly this range, given in lower case. */
    static Optional<Language> meantBy(String range) {
        int hyphen = range.indexOf('-');
        String name = hyphen < 0 ? range : range.substring(0, hyphen);
        String rest = hyphen < 0 ? "" : range.substring(hyphen);
        String language = OLDER_NAMES.getOrDefault(name, name);
        boolean serbian = language.equals("sr");
        if (!serbian && !NEIGHBOURS.contains(language)) {
            return Optional.empty();
        }
        return switch (rest) {
            case "-cyrl" -> Optional.of(Language.SR_CYRL);
            case "-latn", "-me" -> Optional.of(Language.SR_LATN);
            case "" -> Optional.of(serbian ? Language.SR_CYRL : Language.SR_LATN);
            default -> Optional.empty();
        };
    }
}
