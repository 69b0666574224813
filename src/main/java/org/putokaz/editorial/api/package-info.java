/**
 * Editorial REST API of entries, below {@code /editorial/v1/<family>}.
 *
 * <p>{@link EntriesApi} declares the operations, {@link EntriesResource} implements them and has one subclass per
 * family. Writes of content go to the draft package, changes of state through {@link EntryTransitionService}; both
 * are answered by {@link EntryViewService}. {@link EntryListService} lists. {@link AllowedActionService} says
 * what the actor may do with an entry. {@link EditorialOpenApiFilter} completes
 * the OpenAPI document when the application is built.
 */
@NullMarked
package org.putokaz.editorial.api;

import org.jspecify.annotations.NullMarked;
