package org.putokaz.contact.content;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.time.hours.ExceptionalHours;
import org.putokaz.time.hours.OpeningHours;
import org.putokaz.time.hours.OpeningHoursBuilder;

/** Language derivation of the texts of opening hours: their label and note, and the labels of exceptional hours. */
public final class HoursTextDerivation {

    private HoursTextDerivation() {}

    public static OpeningHours apply(OpeningHours hours, LanguageDerivation derivation) {
        return OpeningHoursBuilder.builder(hours)
                .label(derivation.plain(hours.label()))
                .note(derivation.plain(hours.note()))
                .exceptions(derivation.each(hours.exceptions(), exception -> apply(exception, derivation)))
                .build();
    }

    private static ExceptionalHours apply(ExceptionalHours exception, LanguageDerivation derivation) {
        if (exception.label().isEmpty()) {
            return exception;
        }
        LocalisedText label = Objects.requireNonNull(derivation.plain(labelOf(exception)));
        Map<String, String> byTag = new TreeMap<>();
        for (Language language : label.languages()) {
            byTag.put(language.tag(), label.get(language).orElseThrow());
        }
        return new ExceptionalHours(exception.from(), exception.to(), exception.intervals(), byTag);
    }

    /** @param exception one that has a label */
    public static LocalisedText labelOf(ExceptionalHours exception) {
        LocalisedText text = null;
        for (Map.Entry<String, String> entry : exception.label().entrySet()) {
            Language language = Language.of(entry.getKey());
            text = text == null ? LocalisedText.of(language, entry.getValue()) : text.with(language, entry.getValue());
        }
        return Objects.requireNonNull(text);
    }
}
