package org.putokaz.lint.place;

import static org.putokaz.lint.place.HouseNumber.NUMBER;
import static org.putokaz.lint.place.HouseNumber.SPACE;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;

/**
 * Rule L13 for one to five words with capital letters before a number, which may be the name of a street: {@code у Теразијама 3}.
 * At the beginning of a sentence every word has a capital letter ({@code Жртава 35}); there the number, or what stands around it,
 * has to be that of an address.
 */
final class CapitalisedNameRule implements LintRule {

    private static final String CAPITAL_WORD = "\\p{Lu}\\p{Ll}{1,40}";

    /** Not from the middle of a name on: a word with a capital letter may not stand before it. */
    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\p{N}])(?<!\\p{Lu}\\p{Ll}{1,40} )(?<first>(?:"
            + CAPITAL_WORD + SPACE + "){0,4})(?<last>\\p{Lu}\\p{Ll}{2,40})" + SPACE + "(?<number>" + NUMBER + ")");

    private static final Pattern PREPOSITION_FIRST =
            Pattern.compile("(?iu)(?:u|na|kod|iz|do|pored|preko|blizu|iza|ispred|at|in|near|from|on) .*");

    /** Nikole Tesle, Maksima Gorkog: streets of persons are in the genitive. */
    private static final Pattern GENITIVES = Pattern.compile("\\p{Lu}\\p{Ll}*(?:a|e|og|eg) .*(?<!ij)(?:a|e|og|eg)");

    /** 3a, 14/2, but no range of hours. */
    private static final Pattern HOUSE = Pattern.compile("[0-9]{1,3}(?: ?\\p{L}|/ ?[0-9]{1,3}\\p{L}?)");

    private static final Pattern TOWN_AFTER =
            Pattern.compile(",? (?:[123][0-9] ?[0-9]{3} )?(?=\\p{Lu})" + SerbianTowns.PATTERN + "(?! ?[0-9:]|\\p{L})");

    private static final Pattern ADDRESS_BEFORE = Pattern.compile("(?iu)(?<!\\p{L})adres\\p{L}{1,5} ?:? ?\\z");

    /** Emergency numbers and the hours of a day. */
    private static final Pattern NO_HOUSE = Pattern.compile("112|19[234]|24 ?(?:/ ?7|h)");

    private static final Pattern TOWN = Pattern.compile("(?:.* )?" + SerbianTowns.PATTERN);

    /** Beginnings of words after which a number is no house number: parts of documents, days, countries, and what is called. */
    private static final Pattern NO_STREET =
            Pattern.compile("(?:clan|stav|tack|zakon|uredb|odluk|resen|pravilnik|poglav"
                    + "|glav|prilog|aneks|tabel|slik|stran|korak|faz|verzij|konvencij|protokol|rezolucij|direktiv|deklaracij|agend"
                    + "|glasnik|predmet|ugovor|sob|kancelarij|sprat|sezon|kovid|covid|januar|februar|mart|april|maj|jun|jul|avgust"
                    + "|septemb|oktob|novemb|decemb|ponedelj|ponedeľ|utor|sred|cetvrt|petak|petk|subot|nedelj|nedeľ|march|august"
                    + "|[a-z]{3,6}day(?!\\p{L})|may(?!\\p{L})|juli|article|section|chapter|page|step|room|table|figure|annex|appendix"
                    + "|part(?!\\p{L})|law|act(?!\\p{L})|directive|convention|protocol|regulation|resolution|version|phase|gazette"
                    + "|polic|vatrogas|hitn|pozov|zov|call|dial|telefon|srbij|bosn|crn|gor[aeu](?!\\p{L})|makedonij|slovenij|rumunij"
                    + "|albanij|italij|austrij|kosov|rusij|moldavij|evrop|serbia|croatia|bosnia|montenegro|macedonia|slovenia|romania"
                    + "|bulgaria|hungary|albania|greece|turkey|italy|austria|germany|france|ukraine|russia|moldova|europe|windows"
                    + "|android).*");

    private static final int LONGEST_LABEL = 20;

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        String text = ScriptFolding.fold(view.text());
        PlaceSpans spans = new PlaceSpans(findings, LintCode.PLACE_NAME_WITH_NUMBER);
        spans.addAll(NAME.matcher(text), match -> isName(match) && isAddress(match, text));
        spans.report();
    }

    private static boolean isName(Matcher match) {
        String last = match.group("last").toLowerCase(Locale.ROOT);
        return !NO_STREET.matcher(last).matches()
                && !StreetNames.isOtherWord(last)
                && !TOWN.matcher(match.group("first") + last).matches()
                && !NO_HOUSE.matcher(match.group("number")).matches();
    }

    private static boolean isAddress(Matcher match, String text) {
        String name = match.group("first") + match.group("last");
        return GENITIVES.matcher(name).matches()
                || PREPOSITION_FIRST.matcher(name).matches()
                || HOUSE.matcher(match.group("number")).matches()
                || isWithinSentence(match.start(), text)
                || TOWN_AFTER.matcher(text).region(match.end(), text.length()).lookingAt()
                || ADDRESS_BEFORE
                        .matcher(text.substring(Math.max(0, match.start() - LONGEST_LABEL), match.start()))
                        .find();
    }

    /** Whether a word stands before it on the line, without any mark between. */
    private static boolean isWithinSentence(int start, String text) {
        return start > 1 && text.charAt(start - 1) == ' ' && Character.isLetter(text.charAt(start - 2));
    }
}
