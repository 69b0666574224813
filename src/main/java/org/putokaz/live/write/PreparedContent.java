package org.putokaz.live.write;

import java.nio.charset.StandardCharsets;
import org.putokaz.common.Sha256;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.LanguageDerivation;

/**
 * Content prepared for publishing.
 *
 * @param content with the derived languages
 * @param document the content as stored JSON
 */
record PreparedContent<C extends Record>(StoreChange.Publish<C> change, C content, String document) {

    static <C extends Record> PreparedContent<C> of(StoreChange.Publish<C> change) {
        C content = change.family().applyDerivation(change.content(), new LanguageDerivation());
        return new PreparedContent<>(change, content, ContentJson.write(content));
    }

    /** SHA-256 of the slug and the document; equal when clients would get the same at the same URL. */
    String digest() {
        return Sha256.hex((change.slug() + '\n' + document).getBytes(StandardCharsets.UTF_8));
    }
}
