/**
 * Snapshot: everything published in all languages as newline-delimited JSON, {@code /api/v1/snapshot}
 * (docs/decisions/0018).
 *
 * <p>{@code SnapshotResource} obtains the document of the selected families from {@code SnapshotDocumentFactory} and
 * responds through {@link org.putokaz.sync.download.DownloadService}, which has {@code SnapshotWriter} write the {@code
 * SnapshotLines} when needed. {@code SnapshotSignatureResource} serves the signed {@code SnapshotStatement}.
 */
@NullMarked
package org.putokaz.sync.snapshot;

import org.jspecify.annotations.NullMarked;
