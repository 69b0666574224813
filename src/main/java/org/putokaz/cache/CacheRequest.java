package org.putokaz.cache;

import org.jspecify.annotations.Nullable;
import org.putokaz.http.response.PublicResponse;

/**
 * Normalised cache lookup: the part of a request that its response depends on, independent of header spellings.
 *
 * @param position the feed position that the response must have reached; 0 for any
 * @param acceptsGzip whether the client accepts the gzip coding
 * @param validators conditional headers of the client
 */
record CacheRequest(Key key, long position, boolean acceptsGzip, PublicResponse.ClientValidators validators) {

    /**
     * Cache key.
     *
     * @param uri path and query as sent, since links in the response repeat them; with ids in lower
     *     case, and without {@code position}, which they do not repeat
     * @param language tag of the language negotiated from the headers; empty where the URL selects the language
     */
    record Key(String uri, String language) {

        private static final int FIXED_BYTES = 100;

        /**
         * Whether a response in this language belongs here. It does not when the URL selects the language in a spelling that
         * was not recognised, such as {@code l%61ng=en}.
         *
         * @param responseLanguage null for a multilingual response
         */
        boolean isFor(@Nullable String responseLanguage) {
            return language.isEmpty() || responseLanguage == null || language.equals(responseLanguage);
        }

        /** Estimated heap size in bytes. */
        int estimatedBytes() {
            return FIXED_BYTES + uri.length();
        }
    }
}
