package org.putokaz.http.response;

/**
 * Marker of a response that contains all languages, for clients that keep copies. It does not vary by language, and
 * caches must revalidate it each time.
 */
public interface MultilingualResponse {}
