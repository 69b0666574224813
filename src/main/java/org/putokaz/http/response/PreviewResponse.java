package org.putokaz.http.response;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Response that looks like a public one but is for the holder of a preview link only, and for no cache.
 *
 * @param view the view as it would be published
 */
public record PreviewResponse(@JsonValue Record view) implements PrivateResponse {}
