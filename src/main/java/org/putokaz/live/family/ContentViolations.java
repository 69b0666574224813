package org.putokaz.live.family;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Message;
import org.putokaz.problem.Violation;

/** Gathers everything that is wrong with one content, each with its JSON pointer, instead of stopping at the first. */
public final class ContentViolations {

    /** The longest name, label or title, in characters. */
    public static final int LINE = 300;
    /** The longest prose field, in characters. */
    public static final int PROSE = 20_000;
    /** The most items any list in a content has. */
    public static final int ITEMS = 100;

    private final LanguagePolicy languages;
    private final List<Violation> violations = new ArrayList<>();

    public ContentViolations(LanguagePolicy languages) {
        this.languages = languages;
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    public void refuse(String pointer, String code, Object... arguments) {
        violations.add(Violation.at(pointer, Message.of(code, arguments)));
    }

    public void add(Violation violation) {
        violations.add(violation);
    }

    public void required(String pointer, @Nullable Object value) {
        if (value == null) {
            refuse(pointer, "required");
        }
    }

    /** A name, a label, a title: one line, in every required language. */
    public void line(String pointer, @Nullable LocalisedText text) {
        text(pointer, text, LINE);
        if (text != null) {
            for (Language language : text.languages()) {
                if (text.get(language).orElseThrow().indexOf('\n') >= 0) {
                    refuse(pointer + "/" + language.tag(), "more-than-one-line");
                }
            }
        }
    }

    /** CommonMark without raw HTML, and without links that run code. */
    public void prose(String pointer, @Nullable LocalisedText text) {
        text(pointer, text, PROSE);
        if (text != null) {
            for (Language language : text.languages()) {
                MarkdownRules.check(text.get(language).orElseThrow())
                        .forEach(found -> add(Violation.at(pointer + "/" + language.tag(), found)));
            }
        }
    }

    private void text(String pointer, @Nullable LocalisedText text, int longest) {
        if (text == null) {
            return;
        }
        for (Language language : languages.required()) {
            if (text.get(language).isEmpty()) {
                refuse(pointer, "language-missing", language.tag());
            }
        }
        for (Language language : text.languages()) {
            String value = text.get(language).orElseThrow();
            if (value.length() > longest) {
                refuse(pointer + "/" + language.tag(), "too-long", longest);
            }
            if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
                refuse(pointer + "/" + language.tag(), "not-nfc");
            }
            if (value.codePoints().anyMatch(ContentViolations::isForbidden)) {
                refuse(pointer + "/" + language.tag(), "control-character");
            }
        }
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t'
                || Character.getType(character) == Character.SURROGATE;
    }

    public void count(String pointer, Collection<?> items) {
        if (items.size() > ITEMS) {
            refuse(pointer, "too-many", ITEMS);
        }
    }

    /** At most so many, and none twice. */
    public void distinct(String pointer, Collection<?> items) {
        count(pointer, items);
        if (new HashSet<>(items).size() < items.size()) {
            refuse(pointer, "repeated");
        }
    }

    public void between(String pointer, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            refuse(pointer, "not-a-number-between", least, most);
        }
    }

    /** A day of a year with four digits, which every database and every client can hold. */
    public void day(String pointer, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1 || day.getYear() > 9999)) {
            refuse(pointer, "not-a-day");
        }
    }

    /** Whatever a value's own reader has against it. */
    public <T> @Nullable T value(String pointer, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (InvalidValueException invalid) {
            violations.add(Violation.at(pointer, invalid.reason()));
            return null;
        }
    }
}
