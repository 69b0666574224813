package org.putokaz.editorial.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.set.PublishingSetRequest;
import org.putokaz.editorial.set.PublishingSetService;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.http.request.RequestContext;
import org.putokaz.pack.read.ImportError;
import org.putokaz.pack.read.ImportResult;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;

/**
 * Import of entries as drafts; nothing is published and no review is skipped. The import is one transaction: either all
 * entries are saved, or none. A dry run does the same and rolls back.
 */
@ApplicationScoped
class DraftImporter {

    private final ImportedEntrySaver saver;
    private final PublishingSetService publishingSets;
    private final MessageCatalogue messages;
    private final RequestContext request;
    private final AuditTrail audit;
    private final TransactionSynchronizationRegistry transaction;

    @Inject
    DraftImporter(
            ImportedEntrySaver saver,
            PublishingSetService publishingSets,
            MessageCatalogue messages,
            RequestContext request,
            AuditTrail audit,
            TransactionSynchronizationRegistry transaction) {
        this.saver = saver;
        this.publishingSets = publishingSets;
        this.messages = messages;
        this.request = request;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Saves what was read from a file. The complaints of a dry run are those of the real one.
     *
     * @param fileName of the publishing sets; null to name them after the day
     * @throws ProblemException 422 with the errors in {@code complaints}, when it is not a dry run and an entry could
     *     not be read or saved
     */
    @Transactional
    ImportReport run(ImportResult imported, @Nullable String fileName, boolean dryRun, Actor actor) {
        ImportReportBuilder report = new ImportReportBuilder();
        saver.saveAll(imported.entries(), actor, report);
        List<ImportError> errors = new ArrayList<>(imported.errors());
        errors.addAll(report.saveErrors());
        List<ImportError> all = new ArrayList<>(errors);
        all.addAll(report.publicationErrors());
        if (dryRun) {
            transaction.setRollbackOnly();
            return report.build(true, views(all), List.of());
        }
        if (!errors.isEmpty()) {
            throw ProblemType.INVALID_CONTENT
                    .because("import-refused", errors.size())
                    .withMember("complaints", views(all));
        }
        List<UUID> sets = createSets(report.savedIds(), fileName, actor);
        Map<String, String> details =
                Map.of("entries", String.valueOf(report.savedIds().size()));
        audit.record(actor, AuditEvent.of("imported", details));
        return report.build(false, views(all), sets);
    }

    /** Puts the entries into as few publishing sets as possible, for a review. Several are numbered. */
    private List<UUID> createSets(List<UUID> entries, @Nullable String fileName, Actor actor) {
        List<UUID> sets = new ArrayList<>();
        String name = fileName == null ? "Import " + request.today() : fileName;
        int count = (entries.size() + PublishingSetRequest.MAX_MEMBERS - 1) / PublishingSetRequest.MAX_MEMBERS;
        for (int from = 0; from < entries.size(); from += PublishingSetRequest.MAX_MEMBERS) {
            int to = Math.min(from + PublishingSetRequest.MAX_MEMBERS, entries.size());
            List<PublishingSetRequest.Member> members = entries.subList(from, to).stream()
                    .map(id -> new PublishingSetRequest.Member(
                            id, PublicationStep.Action.PUBLISH, null, null, null, null, null, null))
                    .toList();
            String numbered = count == 1 ? name : name + " (" + (sets.size() + 1) + "/" + count + ")";
            sets.add(publishingSets.create(new PublishingSetRequest(numbered, members), actor));
        }
        return sets;
    }

    private List<ImportReport.ComplaintView> views(List<ImportError> errors) {
        return errors.stream()
                .limit(ImportReport.MAX_LINES)
                .map(error -> new ImportReport.ComplaintView(
                        error.file(),
                        error.line(),
                        error.field(),
                        error.reason().code(),
                        messages.text(error.reason(), request.language())))
                .toList();
    }
}
