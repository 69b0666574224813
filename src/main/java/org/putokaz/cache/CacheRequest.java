package org.putokaz.cache;

import org.putokaz.http.response.CacheableResponse;

/**
 * A request as far as its answer depends on it, whatever the spelling of its headers.
 *
 * @param gzip whether the client takes that coding
 * @param has what he has already
 */
record CacheRequest(Key key, boolean gzip, CacheableResponse.ClientValidators has) {

    /**
     * What tells one answer from another.
     *
     * @param uri path and query as they were sent; links in the answer repeat them
     * @param language the tag of the language that was chosen by the headers; empty where the URL chooses it
     */
    record Key(String uri, String language) {

        /** Roughly what one takes in memory. */
        int bytes() {
            return 100 + uri.length();
        }
    }
}
