package org.putokaz.live.write;

import java.nio.charset.StandardCharsets;
import org.putokaz.common.Sha256;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.LanguageDerivation;

/**
 * A content as publishing will write it.
 *
 * @param content with the derived languages
 * @param document the same as JSON
 */
record PreparedContent<C extends Record>(StoreChange.Publish<C> change, C content, String document) {

    static <C extends Record> PreparedContent<C> of(StoreChange.Publish<C> change) {
        C content = change.family().derived(change.content(), new LanguageDerivation());
        return new PreparedContent<>(change, content, ContentJson.write(content));
    }

    /** Equal when the public would see the same at the same address. */
    String digest() {
        return Sha256.sha256((change.slug() + '\n' + document).getBytes(StandardCharsets.UTF_8));
    }
}
