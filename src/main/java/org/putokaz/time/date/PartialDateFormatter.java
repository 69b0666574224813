package org.putokaz.time.date;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Formatter of partial dates in words. The words are our own, because the locale data of the JDK and of ICU has no
 * Serbian genitive, which nearly every form but the plain date needs, and formats unknown languages silently in
 * English.
 */
public final class PartialDateFormatter {

    private PartialDateFormatter() {}

    /**
     * For example {@code најкасније 12. априла 2012.}, {@code on or before 12 April 2012}.
     *
     * @param languageTag BCP 47; {@code sr} without a script is Cyrillic
     * @return the EDTF text itself for a language without words here
     */
    public static String display(PartialDate date, String languageTag) {
        Locale locale = Locale.forLanguageTag(languageTag);
        return switch (locale.getLanguage()) {
            case "sr" -> {
                SerbianDateFormatter serbian = serbian(locale.getScript());
                yield serbian == null ? date.edtf() : serbian.say(date.simplified());
            }
            case "en" -> EnglishDateFormatter.say(date.simplified());
            default -> date.edtf();
        };
    }

    /**
     * The form for a sentence, after such words as {@code основан}: {@code 13. априла 2012.}
     *
     * @param languageTag as of {@link #display}
     * @return null for a language that has no genitive, or no words here
     */
    public static @Nullable String displayGenitive(PartialDate date, String languageTag) {
        Locale locale = Locale.forLanguageTag(languageTag);
        SerbianDateFormatter serbian = locale.getLanguage().equals("sr") ? serbian(locale.getScript()) : null;
        return serbian == null ? null : serbian.sayInGenitive(date.simplified());
    }

    private static @Nullable SerbianDateFormatter serbian(String script) {
        return switch (script) {
            case "", "Cyrl" -> SerbianDateFormatter.CYRILLIC;
            case "Latn" -> SerbianDateFormatter.LATIN;
            default -> null;
        };
    }
}
