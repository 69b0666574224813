package org.putokaz.live.write;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.Sha256;
import org.putokaz.live.ContentJson;
import org.putokaz.live.OutdatedTexts;
import org.putokaz.live.family.LanguageDerivation;

/**
 * Content prepared for publishing.
 *
 * @param content that clients get, with the derived languages and what it takes from other entries
 * @param document the content as stored JSON
 * @param authored the content that its editor wrote, with the derived languages; null when it is the same
 * @param outdated translations that were left as they were while the authoritative text changed
 */
record PreparedContent<C extends Record>(
        StoreChange.Publish<C> change,
        C content,
        String document,
        @Nullable String authored,
        OutdatedTexts outdated) {

    /** @param completion adds what the content takes from other entries */
    static <C extends Record> PreparedContent<C> of(StoreChange.Publish<C> change, UnaryOperator<C> completion) {
        C authored = change.family().applyDerivation(change.content(), new LanguageDerivation());
        C content = completion.apply(authored);
        String document = ContentJson.write(content);
        String authoredDocument = content.equals(authored) ? document : ContentJson.write(authored);
        return new PreparedContent<>(
                change,
                content,
                document,
                authoredDocument.equals(document) ? null : authoredDocument,
                OutdatedTexts.NONE);
    }

    PreparedContent<C> withOutdated(OutdatedTexts texts) {
        return new PreparedContent<>(change, content, document, authored, texts);
    }

    /** The content that its editor wrote, as stored JSON. */
    String authoredDocument() {
        return authored == null ? document : authored;
    }

    /** SHA-256 of the slug and the documents; equal when clients and editors would get the same. */
    String digest() {
        String outdatedTexts = outdated.store();
        String text = change.slug()
                + '\n'
                + document
                + (authored == null ? "" : '\n' + authored)
                + (outdatedTexts == null ? "" : '\n' + outdatedTexts);
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
