package org.putokaz.http.response;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An answer that reads like a public one but is for whoever holds a link to it, and for no cache.
 *
 * @param answer as the public would get it
 */
public record PreviewResponse(@JsonValue Record answer) implements PrivateResponse {}
