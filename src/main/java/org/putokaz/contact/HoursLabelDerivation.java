package org.putokaz.contact;

import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.time.hours.ExceptionalHours;
import org.putokaz.time.hours.OpeningHours;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The one text in opening hours: why some days differ. */
final class HoursLabelDerivation {

    private HoursLabelDerivation() {}

    static OpeningHours derived(OpeningHours hours, LanguageDerivation derive) {
        return new OpeningHours(
                hours.timezone(),
                hours.alwaysOpen(),
                hours.weekly(),
                hours.publicHolidays(),
                derive.each(hours.exceptions(), exception -> derived(exception, derive)));
    }

    private static ExceptionalHours derived(ExceptionalHours exception, LanguageDerivation derive) {
        if (exception.label().isEmpty()) {
            return exception;
        }
        LocalisedText label = Objects.requireNonNull(derive.plain(label(exception)));
        Map<String, String> byTag = new TreeMap<>();
        for (Language language : label.languages()) {
            byTag.put(language.tag(), label.get(language).orElseThrow());
        }
        return new ExceptionalHours(exception.from(), exception.to(), exception.intervals(), byTag);
    }

    /** The label of an exception that has one. */
    static LocalisedText label(ExceptionalHours exception) {
        LocalisedText text = null;
        for (Map.Entry<String, String> entry : exception.label().entrySet()) {
            Language language = Language.of(entry.getKey());
            text = text == null ? LocalisedText.of(language, entry.getValue()) : text.with(language, entry.getValue());
        }
        return Objects.requireNonNull(text);
    }
}
