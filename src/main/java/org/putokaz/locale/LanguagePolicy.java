package org.putokaz.locale;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Languages that an institution offers, and the choice of one for a request. Every response chooses its language
 * here.
 *
 * @param authoritative the language in which texts are binding, and the language of a request without {@code
 *     Accept-Language}
 * @param offered all languages that can be asked for, the authoritative among them, in the order they are preferred
 * @param fallbacks for some languages, those to try next where a text is missing
 * @param required those that a text must be in before it is published, the authoritative first
 * @param unmatched the language of a request that accepts other languages only: its reader probably does not read the
 *     authoritative one
 */
public record LanguagePolicy(
        Language authoritative,
        List<Language> offered,
        Map<Language, List<Language>> fallbacks,
        List<Language> required,
        Language unmatched) {

    /** A text and the language it really is in. */
    public record Resolved(String text, Language language) {}

    /** @throws IllegalArgumentException if the configuration names a language that is not offered, or one twice */
    public LanguagePolicy {
        offered = List.copyOf(offered);
        Map<Language, List<Language>> chains = new HashMap<>();
        fallbacks.forEach((language, chain) -> chains.put(language, List.copyOf(chain)));
        fallbacks = Map.copyOf(chains);
        Set<Language> known = Set.copyOf(offered);
        if (known.size() < offered.size()) {
            throw new IllegalArgumentException("A language is offered twice: " + offered);
        }
        // A text without the authoritative language could not be shown in a request for it.
        required = Stream.concat(Stream.of(authoritative), required.stream())
                .distinct()
                .toList();
        Stream.concat(
                        Stream.concat(required.stream(), Stream.of(unmatched)),
                        fallbacks.entrySet().stream()
                                .flatMap(e -> Stream.concat(Stream.of(e.getKey()), e.getValue().stream())))
                .filter(language -> !known.contains(language))
                .forEach(language -> {
                    throw new IllegalArgumentException(language + " is not among the offered " + known);
                });
    }

    /** Languages of which only the authoritative one is required; it answers requests for other languages too. */
    public LanguagePolicy(Language authoritative, List<Language> offered, Map<Language, List<Language>> fallbacks) {
        this(authoritative, offered, fallbacks, List.of(), authoritative);
    }

    public boolean offers(Language language) {
        return offered.contains(language);
    }

    /**
     * The text in the wanted language, else in the first of its fallbacks, else the authoritative text, else any other
     * that is offered. Empty only if the text is in none of the offered languages.
     */
    public Optional<Resolved> resolve(LocalisedText text, Language wanted) {
        return Stream.of(
                        Stream.of(wanted),
                        fallbacks.getOrDefault(wanted, List.of()).stream(),
                        Stream.of(authoritative),
                        offered.stream())
                .flatMap(languages -> languages)
                .flatMap(language -> text.get(language).map(found -> new Resolved(found, language)).stream())
                .findFirst();
    }

    /**
     * The offered language that a language range means (RFC 4647, section 3.4), in any case, or the name of a locale:
     * {@code SR-latn}, {@code sr-RS}, {@code sr_RS_#Latn}. Empty where it is malformed or means none of the offered.
     */
    public Optional<Language> find(String range) {
        for (Language language : offered) {
            if (language.tag().equals(range)) {
                return Optional.of(language);
            }
        }
        return LanguageRange.ofLanguage(range).flatMap(this::lookUp);
    }

    /**
     * The offered language that suits an {@code Accept-Language} header best, by the lookup of RFC 4647, section 3.4.
     * Whatever the header is, there is an answer, unless the header refuses it: the {@linkplain #unmatched} language when
     * the header accepts none of the offered, and the authoritative one when it accepts nothing or is missing.
     */
    public Language negotiate(@Nullable String acceptLanguage) {
        List<LanguageRange> ranges = LanguageRange.parse(acceptLanguage);
        Set<Language> refused = ranges.stream()
                .filter(LanguageRange::refused)
                .flatMap(range -> lookUp(range.tag()).stream())
                .collect(Collectors.toSet());
        return ranges.stream()
                .filter(range -> !range.refused())
                .flatMap(range -> choose(range.tag(), refused).stream())
                .findFirst()
                .orElseGet(() -> ranges.stream().allMatch(LanguageRange::refused)
                        ? notAmong(refused, authoritative)
                        : notAmong(refused, unmatched));
    }

    private Optional<Language> choose(String range, Set<Language> refused) {
        if (range.equals(LanguageRange.ANY)) {
            return Optional.of(notAmong(refused, authoritative));
        }
        // "sr, sr-Cyrl;q=0" is Serbian but not in Cyrillic; "sr-Cyrl, sr;q=0" is Cyrillic all the same.
        return lookUp(range)
                .filter(found -> !refused.contains(found) || found.tag().equalsIgnoreCase(range));
    }

    /** The preferred language, or the first of the offered that is not refused; the preferred when all are. */
    private Language notAmong(Set<Language> refused, Language preferred) {
        return Stream.of(Stream.of(preferred), Stream.of(authoritative), offered.stream())
                .flatMap(languages -> languages)
                .filter(language -> !refused.contains(language))
                .findFirst()
                .orElse(preferred);
    }

    private Optional<Language> lookUp(String range) {
        for (String rest = range; !rest.isEmpty(); rest = shortened(rest)) {
            Optional<Language> found = namedOrMeant(rest);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Language> namedOrMeant(String range) {
        return offered.stream()
                .filter(language -> language.tag().equalsIgnoreCase(range))
                .findFirst()
                .or(() -> SerbianScriptMatcher.meantBy(range).filter(this::offers));
    }

    // RFC 4647: a single letter left at the end introduced what was cut off, and goes with it.
    private static String shortened(String range) {
        int hyphen = range.lastIndexOf('-');
        if (hyphen >= 2 && range.charAt(hyphen - 2) == '-') {
            hyphen -= 2;
        }
        return hyphen < 0 ? "" : range.substring(0, hyphen);
    }
}
