package org.putokaz.live.family;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.EncodingDamageDetector;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Message;
import org.putokaz.problem.Violation;

/** Collector of all violations in one content, each with its JSON pointer, and of the checks that families share. */
public final class ContentViolations {

    /** Of a name, label or title, in characters. */
    public static final int MAX_LINE_LENGTH = 300;
    /** Of a prose field, in characters. */
    public static final int MAX_PROSE_LENGTH = 20_000;
    /** Of any list in a content. */
    public static final int MAX_ITEMS = 100;

    private static final int MAX_YEAR = 9999;

    private final LanguagePolicy languages;
    private final List<Violation> violations = new ArrayList<>();

    public ContentViolations(LanguagePolicy languages) {
        this.languages = languages;
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    public void add(String pointer, String code, Object... arguments) {
        violations.add(Violation.at(pointer, Message.of(code, arguments)));
    }

    public void add(Violation violation) {
        violations.add(violation);
    }

    public void checkRequired(String pointer, @Nullable Object value) {
        if (value == null) {
            add(pointer, "required");
        }
    }

    /** Checks one line, in every required language. */
    public void checkLine(String pointer, @Nullable LocalisedText text) {
        checkText(pointer, text, MAX_LINE_LENGTH);
        if (text != null) {
            for (Language language : text.languages()) {
                if (text.get(language).orElseThrow().indexOf('\n') >= 0) {
                    add(pointer + "/" + language.tag(), "more-than-one-line");
                }
            }
        }
    }

    /** Checks a name, label or title that has to tell something: a line with at least one letter. */
    public void checkName(String pointer, @Nullable LocalisedText text) {
        checkLine(pointer, text);
        if (text != null) {
            for (Language language : text.languages()) {
                if (text.get(language).orElseThrow().codePoints().noneMatch(Character::isLetter)) {
                    add(pointer + "/" + language.tag(), "no-letter");
                }
            }
        }
    }

    /** Checks a CommonMark text, in every required language: no raw HTML, and no links that run code. */
    public void checkProse(String pointer, @Nullable LocalisedText text) {
        checkText(pointer, text, MAX_PROSE_LENGTH);
        if (text != null) {
            for (Language language : text.languages()) {
                MarkdownRules.check(text.get(language).orElseThrow())
                        .forEach(reason -> add(Violation.at(pointer + "/" + language.tag(), reason)));
            }
        }
    }

    private void checkText(String pointer, @Nullable LocalisedText text, int maxLength) {
        if (text == null) {
            return;
        }
        for (Language language : languages.required()) {
            if (text.get(language).isEmpty()) {
                add(pointer, "language-missing", language.tag());
            }
        }
        for (Language language : text.languages()) {
            String value = text.get(language).orElseThrow();
            if (value.length() > maxLength) {
                add(pointer + "/" + language.tag(), "too-long", maxLength);
            }
            if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
                add(pointer + "/" + language.tag(), "not-nfc");
            }
            if (value.codePoints().anyMatch(ContentViolations::isForbidden)) {
                add(pointer + "/" + language.tag(), "control-character");
            }
            parse(pointer + "/" + language.tag(), () -> {
                EncodingDamageDetector.rejectDamage(value, language);
                return value;
            });
        }
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t'
                || Character.getType(character) == Character.SURROGATE;
    }

    /** Checks a list for {@link #MAX_ITEMS}. */
    public void checkSize(String pointer, Collection<?> items) {
        checkSize(pointer, items, MAX_ITEMS);
    }

    /** @param max number of items */
    public void checkSize(String pointer, Collection<?> items, int max) {
        if (items.size() > max) {
            add(pointer, "too-many", max);
        }
    }

    /** Checks a list for its size and for repeated items. */
    public void checkDistinct(String pointer, Collection<?> items) {
        checkSize(pointer, items);
        if (new HashSet<>(items).size() < items.size()) {
            add(pointer, "repeated");
        }
    }

    public void checkRange(String pointer, @Nullable Integer value, int min, int max) {
        if (value != null && (value < min || value > max)) {
            add(pointer, "not-a-number-between", min, max);
        }
    }

    /** Checks a day for a year from 1 to 9999, which every database and every client can represent. */
    public void checkDay(String pointer, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1 || day.getYear() > MAX_YEAR)) {
            add(pointer, "not-a-day");
        }
    }

    /** Returns what the parser returns; null and a violation when it throws an {@link InvalidValueException}. */
    public <T> @Nullable T parse(String pointer, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (InvalidValueException invalid) {
            violations.add(Violation.at(pointer, invalid.reason()));
            return null;
        }
    }
}
