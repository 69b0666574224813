/**
 * Telephone numbers as people type them into texts. {@link org.putokaz.lint.phone.PhoneNumberScanner} finds them, {@link
 * org.putokaz.lint.phone.DialledLink} reads the number that a link dials, and {@link
 * org.putokaz.lint.phone.PhoneNumberComparer} tells whether two spellings are one number. No numbering plan is used: a text is
 * searched for what looks like a number to a reader, valid or not.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.lint.phone;
