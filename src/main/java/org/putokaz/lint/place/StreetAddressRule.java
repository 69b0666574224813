package org.putokaz.lint.place;

import static org.putokaz.lint.place.HouseNumber.NUMBER;
import static org.putokaz.lint.place.HouseNumber.SIGNED_NUMBER;
import static org.putokaz.lint.place.HouseNumber.SPACE;
import static org.putokaz.lint.place.HouseNumber.WITHOUT_NUMBER;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;

/**
 * Rule L13 for streets: a street word with a name and a house number, in Serbian of both scripts and in English; and the {@link
 * StreetNames} without a street word.
 */
final class StreetAddressRule implements LintRule {

    private static final String START = "(?<![\\p{L}\\p{N}])";
    private static final String WORD = "\\p{L}[\\p{L}\\p{M}’'-]{0,40}";
    private static final String CAPITAL_WORD = "\\p{Lu}[\\p{L}\\p{M}’'-]{0,40}";

    /** A word of a name, an ordinal ({@code 27. марта}) or an abbreviation ({@code Св. Саве}). */
    private static final String NAME_WORD = "(?:\\p{L}{1,4}\\.|" + WORD + "|[0-9]{1,4}\\.?)";

    private static final String STREET = "(?iu:"
            + ScriptFolding.pattern("ulic(?:a|e|i|u|o|om)|bulevar(?:a|u|e|om)?"
                    + "|trg(?:a|u|e|om)?|kej(?:a|u|om|em)?|setalist(?:e|a|u|em)|sokak(?:a|u|om)?|ven(?:ac|ca|cu|cem)"
                    + "|avenij(?:a|e|i|u|om)|alej(?:a|e|i|u|om)|magistral(?:a|e|i|u|om)|drum(?:a|u|om)?|put(?:a|u|em)?"
                    + "|naselj(?:e|a|u|em)|prolaz(?:a|u|om)?|street|avenue|boulevard|square|quay|embankment|promenade")
            + ")";

    private static final String SHORT_STREET = "(?iu:(?:ul|bul|blvd|av)(?:\\.|(?= )))";

    private static final String ENGLISH_STREET =
            "(?:[Ss]treet|St\\.?|[Aa]venue|Ave\\.?|[Bb]oulevard|Blvd\\.?|[Ss]quare|Sq\\.?"
                    + "|[Rr]oad|Rd\\.?|[Ll]ane|Ln\\.?|[Qq]uay|[Ee]mbankment|[Pp]romenade|[Tt]errace|[Aa]lley)(?!\\p{L})";

    private static final Pattern STREET_FIRST = Pattern.compile(START + "(?:(?<short>" + SHORT_STREET + ")|" + STREET
            + ")(?<name>(?:(?:(?<=\\.)|" + SPACE + ")" + NAME_WORD + "){0,6}?)"
            + "(?:,?" + SPACE + "(?:(?<signed>" + SIGNED_NUMBER + "|" + WITHOUT_NUMBER + ")|" + NUMBER + "))");

    private static final Pattern NAME_FIRST = Pattern.compile(START + "(?:\\p{Lu}[\\p{L}\\p{M}’'-]{2,40}" + SPACE
            + "){1,4}" + STREET + ",?" + SPACE + "(?:" + NUMBER + "|" + WITHOUT_NUMBER + ")");

    private static final Pattern ENGLISH_NAME_FIRST = Pattern.compile(
            START + "(?:\\p{Lu}[\\p{L}.'’-]{0,40}" + SPACE + "){1,5}" + ENGLISH_STREET + ",?" + SPACE + NUMBER);

    private static final Pattern NUMBER_FIRST =
            Pattern.compile("(?<![\\p{L}\\p{N}./:,-])(?!(?:1[89]|20)[0-9]{2}(?![0-9]))"
                    + "[0-9]{1,4}[A-Za-z]?,?" + SPACE + "(?:[Tt]he )?(?:"
                    + "(?:\\p{Lu}[\\p{L}.'’-]{0,40}" + SPACE + "(?:(?:of|the|and)" + SPACE + "){0,2}){1,5}?"
                    + ENGLISH_STREET
                    + "|(?:Square|Street|Avenue|Boulevard|Quay) of (?:the )?" + CAPITAL_WORD
                    + "|(?:(?iu:bulevar|ulica|trg|kej|setaliste)" + SPACE + "(?:\\p{Ll}{3,15}" + SPACE + ")?|"
                    + StreetNames.BEGINNING
                    + SPACE + ")" + CAPITAL_WORD + ")");

    /** A word that no name of a street has: there begins a sentence about something else. */
    private static final Pattern NO_NAME = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:je|se|su|ima|nema|nije|da|koja|koji|koje"
                    + "|gde|od|do|bez|bilo|bio|bila|ce|sve|is|are|has|have|with|for|from|by|was|were|helped|workers)(?!\\p{L})");

    private static final Pattern CAPITAL_OR_DIGIT = Pattern.compile("\\p{Lu}|[0-9]");
    private static final Pattern END_OF_CLAUSE = Pattern.compile("\\s*(?:\\z|[.,;:!?)\\n])");

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        String text = ScriptFolding.fold(view.text());
        PlaceSpans spans = new PlaceSpans(findings, LintCode.PLACE_STREET);
        spans.addAll(STREET_FIRST.matcher(text), match -> isAddress(match, text));
        for (Pattern pattern : List.of(NAME_FIRST, ENGLISH_NAME_FIRST, NUMBER_FIRST)) {
            spans.addAll(pattern.matcher(text), match -> true);
        }
        StreetNames.addTo(spans, text);
        spans.report();
    }

    /**
     * Whether the words between the street word and the number are a name: one of them with a capital letter or a number, or
     * all in small letters before the end of a clause, unless one is a word that no name has.
     */
    private static boolean isAddress(Matcher match, String text) {
        String name = match.group("name");
        if (NO_NAME.matcher(name).find()) {
            return false;
        }
        boolean certain = match.group("signed") != null || match.group("short") != null;
        boolean named = CAPITAL_OR_DIGIT.matcher(name).find();
        boolean clauseEnds = !name.isBlank()
                && END_OF_CLAUSE
                        .matcher(text)
                        .region(match.end(), text.length())
                        .lookingAt();
        return certain || named || clauseEnds;
    }
}
