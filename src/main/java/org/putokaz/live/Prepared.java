package org.putokaz.live;

import java.nio.charset.StandardCharsets;
import org.putokaz.http.Digests;

/**
 * A content as publishing will write it.
 *
 * @param content with the derived languages
 * @param document the same as JSON
 */
record Prepared<C extends Record>(Change.Publish<C> change, C content, String document) {

    static <C extends Record> Prepared<C> of(Change.Publish<C> change) {
        C content = change.family().derived(change.content(), new Derivation());
        return new Prepared<>(change, content, Documents.write(content));
    }

    /** Equal when the public would see the same at the same address. */
    String digest() {
        return Digests.sha256((change.slug() + '\n' + document).getBytes(StandardCharsets.UTF_8));
    }
}
