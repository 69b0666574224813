package org.putokaz.live.write;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.Sha256;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.LanguageDerivation;

/**
 * Content prepared for publishing.
 *
 * @param content that clients get, with the derived languages and what it takes from other entries
 * @param document the content as stored JSON
 * @param authored the content that its editor wrote, with the derived languages; null when it is the same
 */
record PreparedContent<C extends Record>(
        StoreChange.Publish<C> change,
        C content,
        String document,
        @Nullable String authored) {

    /** @param completion adds what the content takes from other entries */
    static <C extends Record> PreparedContent<C> of(StoreChange.Publish<C> change, UnaryOperator<C> completion) {
        C authored = change.family().applyDerivation(change.content(), new LanguageDerivation());
        C content = completion.apply(authored);
        String document = ContentJson.write(content);
        String authoredDocument = content.equals(authored) ? document : ContentJson.write(authored);
        return new PreparedContent<>(
                change, content, document, authoredDocument.equals(document) ? null : authoredDocument);
    }

    /** SHA-256 of the slug and the documents; equal when clients and editors would get the same. */
    String digest() {
        String text = change.slug() + '\n' + document + (authored == null ? "" : '\n' + authored);
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
