package org.putokaz.http.response;

/**
 * A view that may be kept for the next who asks, because it depends on what it was made of alone. It is written as JSON
 * once for as long as the same object is shown again; see {@link SerializedViewCache}.
 */
public interface SerializedOnce {}
