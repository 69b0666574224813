package org.putokaz.http.response;

/**
 * Marker of an immutable view whose JSON depends on nothing but the view, so that it may be serialised once and copied
 * into many responses; see {@link SerializedViewCache}.
 */
public interface SerializedOnce {}
