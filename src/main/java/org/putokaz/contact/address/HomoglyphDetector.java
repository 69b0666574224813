package org.putokaz.contact.address;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detector of homoglyphs: letters that look like those of another script, as the Cyrillic а in {@code centаr}.
 * Validators of mail and web addresses accept them.
 */
final class HomoglyphDetector {

    // Hyphens and dots separate words: "e-пошта" is valid although it has two scripts.
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    // MINIMALLY_RESTRICTIVE accepts everything; HIGHLY_RESTRICTIVE rejects ordinary names in the scripts of India.
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
            .setRestrictionLevel(RestrictionLevel.MODERATELY_RESTRICTIVE)
            .build();

    private HomoglyphDetector() {}

    /**
     * The UTF-16 index of the first suspicious letter of a name that ends in a top-level domain.
     *
     * @param name a host or a mail address in Unicode, not in Punycode
     */
    static OptionalInt findIn(String name) {
        OptionalInt cyrillic = UnexpectedCharacter.find(name, HomoglyphDetector::isCyrillic);
        String topLevelDomain = name.substring(name.lastIndexOf('.') + 1);
        // A word in Cyrillic alone ("сор") mixes no scripts and still looks Latin, unless the domain is Cyrillic too.
        if (cyrillic.isPresent() && !topLevelDomain.codePoints().allMatch(HomoglyphDetector::isCyrillic)) {
            return cyrillic;
        }
        return findInWords(name);
    }

    private static OptionalInt findInWords(String name) {
        Matcher words = WORD.matcher(name);
        while (words.find()) {
            if (CHECKER.failsChecks(words.group())) {
                return OptionalInt.of(words.start() + indexOfRarestScript(words.group()));
            }
        }
        return OptionalInt.empty();
    }

    /** The index of the first letter of the script with the fewest letters; of equals the one that is not Latin. */
    private static int indexOfRarestScript(String word) {
        Map<Integer, Integer> letters = new HashMap<>();
        word.codePoints()
                .filter(Character::isLetter)
                .forEach(c -> letters.merge(UScript.getScript(c), 2, Integer::sum));
        letters.computeIfPresent(UScript.LATIN, (script, weight) -> weight + 1);
        int rarest = letters.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UScript.COMMON);
        return letters.size() > 1
                ? UnexpectedCharacter.find(word, c -> UScript.getScript(c) == rarest)
                        .orElse(0)
                : UnexpectedCharacter.find(word, c -> !Character.isLetter(c) && !isAsciiDigit(c))
                        .orElse(0);
    }

    private static boolean isCyrillic(int character) {
        return UScript.getScript(character) == UScript.CYRILLIC;
    }

    private static boolean isAsciiDigit(int character) {
        return character < 0x80 && UCharacter.isDigit(character);
    }
}
