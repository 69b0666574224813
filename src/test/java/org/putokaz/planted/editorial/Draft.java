package org.putokaz.planted.editorial;

/** What no reader may ever see. */
public record Draft(String text) {}
