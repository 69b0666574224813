package org.putokaz.live.family;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.locale.SerbianTransliterator;

/** Finder of fields of a structured address that contradict each other, though each may be right alone. */
public final class AddressWarnings {

    /** Words of many names of towns, which tell nothing of which town it is. */
    private static final Set<String> COMMON_WORDS = Set.of(
            "novi",
            "nova",
            "novo",
            "new",
            "gornji",
            "gornja",
            "donji",
            "donja",
            "mali",
            "mala",
            "veliki",
            "velika",
            "stari",
            "stara",
            "bela",
            "beli",
            "banja",
            "grad",
            "city",
            "town",
            "opstina",
            "gradska",
            "municipality",
            "the",
            "serbia");

    private static final int MIN_WORD_LETTERS = 2;

    private AddressWarnings() {}

    /**
     * Adds a warning for a postal code of another country, and for each language in which the city is another one. In Serbian in
     * Latin script a city is its transliteration, and in English for an address in Serbia the same or Belgrade; other languages
     * have names of their own.
     *
     * @param pointer of the address
     * @param country in which the address is, as ISO 3166-1 in capitals
     * @param warnings added to
     */
    public static void find(
            String pointer,
            String country,
            @Nullable String postalCode,
            @Nullable LocalisedText city,
            ContentViolations warnings) {
        if (postalCode != null) {
            PostalCodeFormat.find(country)
                    .filter(format -> !format.matches(postalCode))
                    .ifPresent(format -> warnings.add(
                            pointer + "/postalCode",
                            "postal-code-of-another-country",
                            postalCode,
                            country,
                            format.example()));
        }
        if (city != null) {
            findOtherCity(pointer + "/city", country, city, warnings);
        }
    }

    private static void findOtherCity(String pointer, String country, LocalisedText city, ContentViolations warnings) {
        String cyrillic = city.get(Language.SR_CYRL).orElse(null);
        if (cyrillic == null) {
            return;
        }
        String expected = fold(SerbianTransliterator.text(cyrillic));
        city.get(Language.SR_LATN)
                .filter(latin -> !fold(latin).equals(expected))
                .ifPresent(latin -> add(pointer, Language.SR_LATN, cyrillic, latin, warnings));
        city.get(Language.EN)
                .filter(english -> country.equals("RS") && !isSameCity(expected, fold(english)))
                .ifPresent(english -> add(pointer, Language.EN, cyrillic, english, warnings));
    }

    private static void add(
            String pointer, Language language, String cyrillic, String other, ContentViolations warnings) {
        warnings.add(
                pointer + "/" + language.tag(),
                "city-differs-between-languages",
                Language.SR_CYRL.tag(),
                cyrillic,
                language.tag(),
                other);
    }

    /** Whether the names, both folded, share a word that names a town. */
    private static boolean isSameCity(String serbian, String english) {
        Set<String> shared = words(serbian);
        shared.retainAll(words(english.replace("belgrade", "beograd")));
        return serbian.equals(english) || !shared.isEmpty();
    }

    private static Set<String> words(String name) {
        return Arrays.stream(name.split("[^\\p{L}]+"))
                .filter(word -> word.length() >= MIN_WORD_LETTERS && !COMMON_WORDS.contains(word))
                .collect(Collectors.toSet());
    }

    /** In small letters, without diacritics, with one space between words. */
    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("dj", "đ")
                .replace('č', 'c')
                .replace('ć', 'c')
                .replace('š', 's')
                .replace('ž', 'z')
                .replace('đ', 'd')
                .replaceAll("[\\s\\p{Z}-]+", " ")
                .strip();
    }
}
