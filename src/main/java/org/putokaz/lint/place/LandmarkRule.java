package org.putokaz.lint.place;

import java.util.regex.Pattern;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;

/**
 * Rule L13 for directions by a landmark: {@code преко пута болнице}, {@code код аутобуске станице}, {@code next to the church}.
 * What is always doubtful: a text may tell of another place.
 */
final class LandmarkRule implements LintRule {

    private static final String DIRECTION =
            "(?:preko ?puta|naspram|pored|iza|ispred|iznad|ispod|blizu|u blizini|kod|pokraj|kraj"
                    + "|do|uz|across(?: the street)? from|opposite|next to|beside|behind|in front of|near|close to|by)";

    private static final String LANDMARK =
            "(?:(?:skol|crkv|dzamij|sinagog|stanic|bolnic|pijac|park|post|opstin|sud|zatvor|fakultet"
                    + "|pump|bank|apotek|hotel|stadion|groblj|manastir|vrtic|bioskop|pozorist|kasarn|fabrik|semafor|raskrsnic|okretnic"
                    + "|autoput|aerodrom|luk|rek|jezer)\\p{L}{0,4}|most\\p{L}{0,3}|dom\\p{L}{0,2} zdravlja|trzn\\p{L}{0,3} centr\\p{L}{0,3}"
                    + "|schools?|church(?:es)?|mosque|station|hospital|market|post office|bridge|clinic|court|pharmacy|stadium|cemetery"
                    + "|mall|monastery|kindergarten|cinema|theat(?:re|er)|barracks|factory|crossroads|motorway|airport|harbour|river|lake)";

    private static final Pattern DIRECTIONS = Pattern.compile("(?iu)(?<!\\p{L})" + DIRECTION
            + "(?: [\\p{L}„“”\"'-]{1,30}){0,3} " + ScriptFolding.pattern(LANDMARK) + "(?!\\p{L})");

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        PlaceSpans spans = new PlaceSpans(findings, LintCode.PLACE_LANDMARK);
        spans.addAll(DIRECTIONS.matcher(ScriptFolding.fold(view.text())), match -> true);
        spans.report();
    }
}
