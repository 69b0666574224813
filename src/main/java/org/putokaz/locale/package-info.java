/**
 * Text in several languages and two scripts. {@link org.putokaz.locale.Language} is a tag, {@link
 * org.putokaz.locale.LocalisedText} a text in several; {@link org.putokaz.locale.LanguagePolicy} chooses the language
 * of a response; {@link org.putokaz.locale.LatinDerivation} adds Serbian Latin by {@link
 * org.putokaz.locale.SerbianTransliterator} and {@link org.putokaz.locale.MarkdownTransliterator}; {@link
 * org.putokaz.locale.NameCollation} orders names.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.locale;
