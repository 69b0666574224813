/**
 * Downloads of generated documents: written to files once for each feed position, and served with ranges, digests and
 * signatures (docs/decisions/0018).
 *
 * <p>A resource hands its {@link org.putokaz.sync.download.DownloadableDocument} and the {@link
 * org.putokaz.sync.download.DownloadRequest} to {@link org.putokaz.sync.download.DownloadService}. {@code
 * DocumentStore} returns a {@link org.putokaz.sync.download.DocumentEdition} or has {@code DocumentFileWriter} write
 * one, plain and gzip, in the {@code DocumentDirectory}. The service signs it and responds with the requested {@code
 * ByteRange}.
 */
@NullMarked
package org.putokaz.sync.download;

import org.jspecify.annotations.NullMarked;
