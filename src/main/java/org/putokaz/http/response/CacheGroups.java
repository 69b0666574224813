package org.putokaz.http.response;

import org.putokaz.http.request.ResponseValidity;

/** Source of the cache groups of public responses (RFC 9875), by which caches find what a change concerns. */
public interface CacheGroups {

    /** Name of the header. */
    String HEADER = "Cache-Groups";

    /**
     * Value of the header for a response that was read from the published store: a list of strings (RFC 9651).
     *
     * @param target path and query of the request
     */
    String of(String target, ResponseValidity validity);
}
