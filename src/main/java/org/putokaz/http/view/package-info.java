/**
 * Parts of views that all families have: {@link org.putokaz.http.view.EntryLocaliser} picks the texts of an entry in
 * the language of the response and records in {@link org.putokaz.http.view.Localisation} where it fell back to another
 * one; {@link org.putokaz.http.view.DateView}, {@link org.putokaz.http.view.AttachmentView} and {@link
 * org.putokaz.http.view.SelfLink} are components of the JSON.
 */
@NullMarked
package org.putokaz.http.view;

import org.jspecify.annotations.NullMarked;
