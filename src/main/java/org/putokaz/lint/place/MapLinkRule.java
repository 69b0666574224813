package org.putokaz.lint.place;

import java.util.regex.Pattern;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;

/** Rule L13 for links to a place on a map, with a scheme or without; short links of general services are not known. */
final class MapLinkRule implements LintRule {

    private static final String TOP_LEVEL = "[a-z]{2,3}(?:\\.[a-z]{2})?";

    private static final Pattern LINK = Pattern.compile("(?iu)(?:"
            // After "%2F" of a link within a link too.
            + "(?:(?<![\\p{L}\\p{N}_-])|(?<=%2F))(?:https?://)?(?:[\\w-]{1,60}\\.){0,4}(?:"
            + "google\\." + TOP_LEVEL + "/(?:maps|local|earth)|maps\\.google\\." + TOP_LEVEL + "|earth\\.google\\.com"
            + "|goo\\.gl/maps|maps\\.app\\.goo\\.gl|g\\.page|g\\.co/(?:maps|kgs)|maps\\.gstatic\\.com"
            + "|openstreetmap\\.(?:org|de|fr|rs)|osm\\.(?:org|to)|openstreetmap\\.app"
            + "|maps\\.apple(?:\\.com)?"
            + "|here\\.com|her\\.is"
            + "|waze\\.com|waze\\.to"
            + "|bing\\.com/maps|binged\\.it|maps\\.bing\\.com"
            + "|yandex\\." + TOP_LEVEL + "/(?:maps|navi|harita)|maps\\.yandex\\." + TOP_LEVEL
            + "|planplus\\.(?:rs|net|com)|geosrbija\\.rs"
            + "|maps\\.me|ge0\\.me|organicmaps\\.app|omaps\\.app|mapy\\.(?:cz|com)|wikimapia\\.org|mapcarta\\.com"
            + "|geohack\\.toolforge\\.org|2gis\\." + TOP_LEVEL + "|mapquest\\.com|mapq\\.st|mapillary\\.com"
            + "|(?:plan|mydrive)\\.tomtom\\.com|petalmaps\\.com|plus\\.codes|what3words\\.com|w3w\\.co"
            + ")(?![\\p{L}\\p{N}-])(?!\\.[\\p{L}\\p{N}])"
            + "|(?<![\\p{L}\\p{N}])(?:geo:-?[0-9]|comgooglemaps:|google\\.navigation:|waze:|maps:|om:|ge0:|yandexmaps:"
            + "|yandexnavi:|here-location:)(?=[^\\s])"
            + ")[^\\s<>\"„“”«»)\\]]*");

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        PlaceSpans spans = new PlaceSpans(findings, LintCode.PLACE_MAP_LINK);
        spans.addAll(LINK.matcher(view.text()), match -> true);
        spans.report();
    }
}
