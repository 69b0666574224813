/**
 * JPA entities of the database schema {@code live}: entries ({@link org.putokaz.live.entity.EntryEntity}), the rows that lists
 * and look-ups use beside them (slugs, removed slugs, facets, references, sort keys), and the feed row with the scheduled changes. Only
 * packages of {@code live} use them; values for others are made with
 * {@link org.putokaz.live.entity.EntryEntity#toLiveEntry}.
 */
@NullMarked
package org.putokaz.live.entity;

import org.jspecify.annotations.NullMarked;
