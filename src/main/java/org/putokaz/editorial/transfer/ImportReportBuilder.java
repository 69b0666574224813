package org.putokaz.editorial.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.revision.DiffView;
import org.putokaz.pack.read.ImportError;
import org.putokaz.pack.read.ImportedEntry;
import org.putokaz.problem.Violation;

/** Builder of the report on one import: what became of its entries, and their errors. Not thread-safe. */
final class ImportReportBuilder {

    private final List<ImportError> saveErrors = new ArrayList<>();
    private final List<ImportError> publicationErrors = new ArrayList<>();
    private final List<ImportReport.Line> lines = new ArrayList<>();
    private final List<UUID> savedIds = new ArrayList<>();
    private int created;
    private int changed;
    private int unchanged;
    private int ignored;

    void addIgnored() {
        ignored++;
    }

    void addUnchanged() {
        unchanged++;
    }

    void addCreated(ImportedEntry imported, EditorialEntry entry) {
        created++;
        savedIds.add(entry.id);
        // An id that the file does not give is another one in a dry run than in the import itself.
        addLine(imported, entry, imported.id(), ImportReport.Outcome.CREATED, List.of());
    }

    void addChanged(ImportedEntry imported, EditorialEntry entry, List<DiffView.FieldChange> changes) {
        changed++;
        savedIds.add(entry.id);
        addLine(imported, entry, entry.id, ImportReport.Outcome.CHANGED, changes);
    }

    private void addLine(
            ImportedEntry imported,
            EditorialEntry entry,
            @Nullable UUID id,
            ImportReport.Outcome outcome,
            List<DiffView.FieldChange> changes) {
        if (lines.size() < ImportReport.MAX_LINES) {
            // Only file and line of this error are used.
            ImportError location = imported.error(Violation.at("", "required"));
            lines.add(new ImportReport.Line(
                    location.file(), location.line(), entry.family, id, entry.slug, outcome, changes));
        }
    }

    /** Adds an error that keeps an entry from being saved as a draft. */
    void addSaveError(ImportError error) {
        saveErrors.add(error);
    }

    /** Adds an error that keeps an entry from being published, but not from being saved as a draft. */
    void addPublicationError(ImportError error) {
        publicationErrors.add(error);
    }

    List<ImportError> saveErrors() {
        return saveErrors;
    }

    List<ImportError> publicationErrors() {
        return publicationErrors;
    }

    /** The ids of the entries that were created or changed, in the order of the import. */
    List<UUID> savedIds() {
        return savedIds;
    }

    ImportReport build(boolean dryRun, List<ImportReport.ComplaintView> complaints, List<UUID> sets) {
        return new ImportReport(dryRun, created, changed, unchanged, ignored, lines, complaints, sets);
    }
}
