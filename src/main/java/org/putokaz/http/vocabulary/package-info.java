/**
 * Labels of vocabularies: {@link org.putokaz.http.vocabulary.VocabularyViewMapper} gives each value of an enumeration
 * its text of the message catalogue. The resources are in {@code entrypoint} and {@code editorial.form}.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.http.vocabulary;
