package org.putokaz.planted.contact;

/** Something of one family that another one borrows. */
public record Dialled(String number) {}
