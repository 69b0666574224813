package org.putokaz.lint.place;

import static org.putokaz.lint.place.HouseNumber.NUMBER;
import static org.putokaz.lint.place.HouseNumber.SPACE;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of streets with a house number and without a street word that are known by their form alone: {@code Кнеза Милоша 12},
 * {@code Немањина 22}, {@code Савска 35}.
 */
final class StreetNames {

    private static final String START = "(?<![\\p{L}\\p{N}])";
    private static final String WORD = "\\p{L}[\\p{L}\\p{M}’'-]{0,40}";
    private static final String CAPITAL_WORD = "\\p{Lu}[\\p{L}\\p{M}’'-]{0,40}";

    /** Titles and the like with which names of streets begin, in the genitive. */
    static final String BEGINNING = "(?iu:"
            + ScriptFolding.pattern("kneza|knez|kneginje|kralja|kraljice"
                    + "|cara|carice|vojvode|despota|svetog|svetoga|svete|svetih|sv\\.|doktora|dr\\.?|profesora|prof\\.|prote"
                    + "|generala|majora|pukovnika|kapetana|narodnog|narodnih|hajduk|brace|zrtava")
            + ")";

    /** Kneza Milosa 12, Narodnih heroja 3. */
    private static final Pattern WITH_TITLE = Pattern.compile(
            START + "(?=\\p{Lu})" + BEGINNING + SPACE + WORD + "(?:" + SPACE + CAPITAL_WORD + ")?,?" + SPACE + NUMBER);

    /** Bore Stankovica 12; in Latin without diacritics too. */
    private static final Pattern OF_A_PERSON = Pattern.compile(
            START + "(?:" + CAPITAL_WORD + SPACE + "){1,2}(?<surname>\\p{Lu}\\p{Ll}{2,40}ica),?" + SPACE + NUMBER);

    /** Teslina bb. */
    private static final Pattern WITHOUT_NUMBER = Pattern.compile(START + CAPITAL_WORD + "(?:" + SPACE
            + "(?:\\p{L}{1,4}\\.|" + WORD + "|[0-9]{1,4}\\.?)){0,3},?" + SPACE + HouseNumber.WITHOUT_NUMBER);

    /** Nemanjina 22, u Nemanjinoj 22, SAVSKA 35. */
    private static final Pattern ADJECTIVE = Pattern.compile(START
            + "(?<adjective>\\p{Lu}(?:\\p{Ll}{1,40}(?:ov|ev|in|sk|ck)(?:a|oj|u)|\\p{Lu}{1,40}(?:OV|EV|IN|SK|CK)(?:A|OJ|U)))"
            + SPACE + NUMBER);

    /**
     * Names of countries, institutions and parts of documents, and plurals, that have the form of an adjective; without the
     * ending.
     */
    private static final Set<String> NO_STREETS =
            Set.of(("hrvatsk madarsk bugarsk tursk poljsk poľsk cesk slovack nemack"
                            + " francusk svedsk norvesk dansk finsk grck englesk svajcarsk austrijsk srpsk rusk irsk skotsk vojvodin"
                            + " ukrajin argentin palestin ustanov osnov obnov polovin vecin velicin kolicin opstin istin povrsin duzin"
                            + " sirin visin brzin dobrobitin planin sredin okolin domovin prepiskom skupstin imovin cetvrtin trecin"
                            + " stotin desetin godin tablic disciplin rutin medicin osobin podrsk vojsk tack tock back zensk musk"
                            + " ljudsk ľudsk slucajev brojev krajev slov poslov gradov stanov domov casov sudov klubov timov parov"
                            + " sinov vidov lekov lanov clanov planov fondov kursov redov delov savetov")
                    .split(" "));

    /** Words in the nominative with the ending of a surname in the genitive. */
    private static final Pattern NO_SURNAME = Pattern.compile(
            "(?:jedin|boln|stan|zajedn|radion|korisn|stran|klin|gran|tabl|ul|skupn|okoln|cinjen|deln)ica");

    private StreetNames() {}

    /** Whether a word, folded and in small letters, has the form of a street's name and is none. */
    static boolean isOtherWord(String word) {
        return NO_STREETS.contains(word.replaceFirst("(?:a|oj|u)$", ""));
    }

    /** @param text folded */
    static void addTo(PlaceSpans spans, String text) {
        for (Pattern pattern : List.of(WITH_TITLE, OF_A_PERSON, WITHOUT_NUMBER)) {
            spans.addAll(pattern.matcher(text), match -> true);
        }
        addAdjectives(spans, text);
    }

    /** @param text the words of a slug, folded, each with a capital letter */
    static void addFromSlug(PlaceSpans spans, String text) {
        spans.addAll(WITH_TITLE.matcher(text), match -> true);
        spans.addAll(
                OF_A_PERSON.matcher(text),
                match -> !NO_SURNAME
                        .matcher(match.group("surname").toLowerCase(Locale.ROOT))
                        .matches());
        addAdjectives(spans, text);
    }

    private static void addAdjectives(PlaceSpans spans, String text) {
        spans.addAll(
                ADJECTIVE.matcher(text),
                match -> !isOtherWord(match.group("adjective").toLowerCase(Locale.ROOT)));
    }
}
