/**
 * Editorial REST API of entries, below {@code /editorial/v1/<family>}.
 *
 * <p>{@link org.putokaz.editorial.api.EntriesApi} declares the operations, {@link org.putokaz.editorial.api.EntriesResource}
 * implements them and has one subclass per family. Writes of content go to the draft package, changes of state through {@link
 * org.putokaz.editorial.api.EntryTransitionService}; both are answered by {@link org.putokaz.editorial.api.EntryViewService}.
 * {@link org.putokaz.editorial.api.EntryListService} lists. {@link org.putokaz.editorial.api.EditorialOpenApiFilter} completes
 * the OpenAPI document when the application is built.
 */
@NullMarked
package org.putokaz.editorial.api;

import org.jspecify.annotations.NullMarked;
