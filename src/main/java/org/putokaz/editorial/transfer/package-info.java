/**
 * Import and export of files by editors.
 *
 * <p>Import: {@link TransferResource} has a pack, NDJSON or CSV parsed, {@link DraftImporter} runs the import in one
 * transaction, {@link ImportedEntrySaver} saves each entry as a draft, {@link ImportReportBuilder} collects the
 * result, and all that was saved is put into a publishing set. Export: everything that is published, as a content
 * pack.
 */
@NullMarked
package org.putokaz.editorial.transfer;

import org.jspecify.annotations.NullMarked;
