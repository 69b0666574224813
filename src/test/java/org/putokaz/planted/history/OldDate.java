package org.putokaz.planted.history;

/** Holds a date of the old kind. */
record OldDate(java.util.Date date) {}
