package org.putokaz.http;

/** An answer that holds all languages at once, and is to be asked for anew each time: for copies, not for readers. */
public interface InEveryLanguage {}
