/**
 * Previews of unpublished revisions.
 *
 * <p>{@link PreviewLinkService} creates a link for an editor: a signed, expiring {@link PreviewToken} that names one
 * revision. {@link PreviewsResource} answers a request with such a link through {@link PreviewService};
 * {@link PreviewRenderer} renders the revision as the public API would.
 */
@NullMarked
package org.putokaz.editorial.preview;

import org.jspecify.annotations.NullMarked;
