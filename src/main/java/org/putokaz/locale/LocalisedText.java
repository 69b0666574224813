package org.putokaz.locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;

/**
 * Text in one or more languages; in JSON an object from language tag to text. The order is that of the tags, so that
 * equal values are equal bytes.
 *
 * @param texts by language, none of them blank
 */
public record LocalisedText(@JsonValue Map<Language, String> texts) {

    /** Nothing in any language. */
    public static final LocalisedText EMPTY = new LocalisedText(Map.of());

    /**
     * Copies the texts.
     *
     * @throws InvalidValueException {@code blank-translation}
     */
    public LocalisedText {
        texts.forEach(LocalisedText::requireWords);
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /**
     * A text in one language only.
     *
     * @throws InvalidValueException {@code blank-translation}
     */
    public static LocalisedText of(Language language, String text) {
        return EMPTY.with(language, text);
    }

    /** @throws InvalidValueException {@code invalid-language-tag}, {@code repeated-language}, {@code blank-translation} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LocalisedText parse(Map<String, @Nullable String> byTag) {
        Map<Language, String> texts = new TreeMap<>();
        byTag.forEach((tag, text) -> {
            Language language = Language.of(tag);
            if (texts.put(language, requireWords(language, text)) != null) {
                throw new InvalidValueException("repeated-language", language.tag());
            }
        });
        return new LocalisedText(texts);
    }

    public Optional<String> get(Language language) {
        return Optional.ofNullable(texts.get(language));
    }

    public Set<Language> languages() {
        return texts.keySet();
    }

    /**
     * This text with one language written, or written anew.
     *
     * @throws InvalidValueException {@code blank-translation}
     */
    public LocalisedText with(Language language, String text) {
        Map<Language, String> more = new TreeMap<>(texts);
        more.put(language, text);
        return new LocalisedText(more);
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    private static String requireWords(Language language, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new InvalidValueException("blank-translation", language.tag());
        }
        return text;
    }
}
