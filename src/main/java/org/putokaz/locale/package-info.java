/**
 * Text in several languages and two scripts: what a language is called, which one a reader gets, how Serbian Latin is
 * made from the Cyrillic that editors write, and in which order names stand in each language.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.locale;
