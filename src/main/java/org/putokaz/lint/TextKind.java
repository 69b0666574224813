package org.putokaz.lint;

/** Kind of a text, which decides the rules that apply to it. */
public enum TextKind {
    /** A name, a label, a title. */
    LINE,
    /** CommonMark; only what a reader reads is looked at, not code, link targets or autolinks. */
    PROSE,
    /** A mail address or a URL, alone. */
    ADDRESS
}
