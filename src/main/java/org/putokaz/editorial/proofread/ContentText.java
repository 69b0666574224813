package org.putokaz.editorial.proofread;

import org.jspecify.annotations.Nullable;
import org.putokaz.lint.TextKind;
import org.putokaz.locale.Language;

/**
 * Text in a content: one language of a localised text, or the value, link or slug of something.
 *
 * @param pointer JSON pointer to it in the entry, such as {@code /content/title/sr-Cyrl}
 * @param language null for what has none
 * @param field the last segment of the pointer
 */
public record ContentText(String pointer, @Nullable Language language, String field, TextKind kind, String text) {

    /** JSON pointer to the localised text that it is one language of; of a text without a language its own. */
    public String fieldPointer() {
        return language == null ? pointer : pointer.substring(0, pointer.lastIndexOf('/'));
    }

    /** What the text is for an editor: its language, or the name of the field where it has none. */
    public String label() {
        return language == null ? field : language.tag();
    }
}
