package org.putokaz.time.date;

import java.util.Locale;

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
            case "sr" -> serbian(date, locale.getScript());
            case "en" -> EnglishDateFormatter.say(date);
            default -> date.edtf();
        };
    }

    private static String serbian(PartialDate date, String script) {
        return switch (script) {
            case "", "Cyrl" -> SerbianDateFormatter.CYRILLIC.say(date);
            case "Latn" -> SerbianDateFormatter.LATIN.say(date);
            default -> date.edtf();
        };
    }
}
