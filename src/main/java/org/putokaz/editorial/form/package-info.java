/**
 * Description of the forms in which content is written, for an interface that knows no family by name: the JSON Schema
 * of each family's content ({@link org.putokaz.editorial.form.ContentSchemaBuilder}), made of the schema files of
 * content packs ({@link org.putokaz.editorial.form.ContentSchemaFiles}) and the texts of the message catalogue, and the
 * vocabularies of the content and of the editorial API.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.editorial.form;
