package org.putokaz.lint;

/** What a text is, which decides which rules it has to keep. */
public enum TextKind {
    /** A name, a label, a title. */
    LINE,
    /** CommonMark; only what a reader reads is looked at, not code, link targets or autolinks. */
    PROSE,
    /** A mail address or a URL, alone. */
    ADDRESS
}
