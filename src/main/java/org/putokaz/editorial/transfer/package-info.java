/**
 * Import and export of files by editors.
 *
 * <p>Import: {@link org.putokaz.editorial.transfer.TransferResource} has a pack, NDJSON or CSV parsed, {@link
 * org.putokaz.editorial.transfer.DraftImporter} runs the import in one transaction, {@link
 * org.putokaz.editorial.transfer.ImportedEntrySaver} saves each entry as a draft, {@link
 * org.putokaz.editorial.transfer.ImportReportBuilder} collects the result, and all that was saved is put into a publishing set.
 * Export: everything that is published, as a content pack.
 */
@NullMarked
package org.putokaz.editorial.transfer;

import org.jspecify.annotations.NullMarked;
