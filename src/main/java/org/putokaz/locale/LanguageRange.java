package org.putokaz.locale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One range of an {@code Accept-Language} header (RFC 9110, section 12.5.4).
 *
 * <p>Names of locales are read as the ranges they mean, because Java and Android send them: {@code sr_RS}, {@code sr_Latn_RS},
 * {@code sr_RS_#Latn} and {@code sr__#Latn} of {@link java.util.Locale#toString}, {@code en_US.UTF-8} and {@code sr_RS@latin} of
 * POSIX.
 *
 * @param tag a basic language range of RFC 4647, in lower case; {@code *} is any language
 * @param quality in thousandths; zero is a refusal
 */
record LanguageRange(String tag, int quality) {

    static final String ANY = "*";

    private static final int FULL_QUALITY = 1000;
    // Browsers send a handful; whatever is longer is no person's list of languages.
    private static final int MAX_LENGTH = 1000;
    private static final int MAX_RANGES = 32;

    private static final Pattern BASIC_RANGE = Pattern.compile("\\*|[a-z]{1,8}+(?:-[a-z0-9]{1,8}+)*+");
    /** Each group begins in its own way, so there is one way to read a text. */
    private static final Pattern LOCALE = Pattern.compile("(?<language>[a-z]{2,3}+)(?:[_-](?<script>[a-z]{4}+))?+"
            + "(?:[_-](?<region>[a-z]{2}|[0-9]{3}))?+(?:_{1,2}+#(?<lastScript>[a-z]{4}+))?+"
            + "(?:\\.[a-z0-9-]{1,20}+)?+(?:@(?<modifier>[a-z]{1,20}+))?+");

    private static final Map<String, String> SCRIPTS_OF_MODIFIERS = Map.of("latin", "latn", "cyrillic", "cyrl");
    private static final Pattern WEIGHT = Pattern.compile("[qQ]=(0(?:\\.[0-9]{0,3}+)?+|1(?:\\.0{0,3}+)?+)");

    /** The wishes from the dearest to the refused; parts that are malformed or beyond the limits are left out. */
    static List<LanguageRange> parse(@Nullable String header) {
        List<LanguageRange> ranges = new ArrayList<>();
        String bounded = withinLimit(header == null ? "" : header);
        for (int start = 0; start < bounded.length() && ranges.size() < MAX_RANGES; ) {
            int comma = bounded.indexOf(',', start);
            int end = comma < 0 ? bounded.length() : comma;
            parsePart(bounded.substring(start, end)).ifPresent(ranges::add);
            start = end + 1;
        }
        ranges.sort(Comparator.comparingInt(LanguageRange::quality).reversed());
        return ranges;
    }

    /**
     * The range that names a language, in lower case; empty where the text is none. {@code *} names none.
     *
     * @param text a range in any case, or the name of a locale
     */
    static Optional<String> ofLanguage(String text) {
        return text.length() <= MAX_LENGTH && !text.equals(ANY)
                ? basic(text.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** @param text in lower case */
    private static Optional<String> basic(String text) {
        if (BASIC_RANGE.matcher(text).matches()) {
            return Optional.of(text);
        }
        Matcher locale = LOCALE.matcher(text);
        if (!locale.matches()) {
            return Optional.empty();
        }
        return Optional.of(locale.group("language") + subtag(script(locale)) + subtag(locale.group("region")));
    }

    private static @Nullable String script(Matcher locale) {
        String modifier = locale.group("modifier");
        if (modifier != null && SCRIPTS_OF_MODIFIERS.containsKey(modifier)) {
            return SCRIPTS_OF_MODIFIERS.get(modifier);
        }
        String script = locale.group("script");
        return script == null ? locale.group("lastScript") : script;
    }

    private static String subtag(@Nullable String subtag) {
        return subtag == null ? "" : "-" + subtag;
    }

    boolean refused() {
        return quality == 0;
    }

    private static String withinLimit(String header) {
        if (header.length() <= MAX_LENGTH) {
            return header;
        }
        return header.substring(0, Math.max(0, header.lastIndexOf(',', MAX_LENGTH)));
    }

    private static Optional<LanguageRange> parsePart(String part) {
        int semicolon = part.indexOf(';');
        String tag =
                (semicolon < 0 ? part : part.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        int quality = semicolon < 0
                ? FULL_QUALITY
                : thousandths(part.substring(semicolon + 1).strip());
        return quality < 0 ? Optional.empty() : basic(tag).map(range -> new LanguageRange(range, quality));
    }

    private static int thousandths(String weight) {
        if (!WEIGHT.matcher(weight).matches()) {
            return -1;
        }
        String digits = weight.substring("q=".length()).replace(".", "");
        return Integer.parseInt((digits + "000").substring(0, "1000".length()));
    }
}
