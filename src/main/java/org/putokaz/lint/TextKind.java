package org.putokaz.lint;

/** Kind of a text, which decides the rules that apply to it. */
public enum TextKind {
    /** A name, a label, a title. */
    LINE,
    /** CommonMark; what a reader reads is looked at; code and link targets only for telephone numbers. */
    PROSE,
    /** A mail address or a URL, alone. */
    ADDRESS
}
