/**
 * Bundle: all listed content in one language as one JSON document, {@code /api/v1/bundle} (docs/decisions/0018).
 *
 * <p>{@code BundleResource} obtains the document of the request's language from {@code BundleDocumentFactory} and
 * responds through {@link org.putokaz.sync.download.DownloadService}, which has {@code BundleWriter} write it when
 * needed. {@code BundleSignatureResource} serves the detached signature.
 */
@NullMarked
package org.putokaz.sync.bundle;

import org.jspecify.annotations.NullMarked;
