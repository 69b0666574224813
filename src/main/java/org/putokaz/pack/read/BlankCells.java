package org.putokaz.pack.read;

/** Meaning of a blank cell of a table for an entry that exists. */
public enum BlankCells {
    /** What the entry has stays. */
    KEEP,
    /** What the entry has is removed. */
    CLEAR
}
