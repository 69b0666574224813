/**
 * Previews of unpublished revisions.
 *
 * <p>{@link org.putokaz.editorial.preview.PreviewLinkService} creates a link for an editor: a signed, expiring {@link
 * org.putokaz.editorial.preview.PreviewToken} that names one revision. {@link org.putokaz.editorial.preview.PreviewsResource}
 * answers a request with such a link through {@link org.putokaz.editorial.preview.PreviewService}; {@link
 * org.putokaz.editorial.preview.PreviewRenderer} renders the revision as the public API would.
 */
@NullMarked
package org.putokaz.editorial.preview;

import org.jspecify.annotations.NullMarked;
