package org.putokaz.http.response;

/** An answer that holds all languages at once, and is to be asked for anew each time: for copies, not for readers. */
public interface MultilingualResponse {}
