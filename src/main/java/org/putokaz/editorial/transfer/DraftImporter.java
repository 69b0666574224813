package org.putokaz.editorial.transfer;

import org.putokaz.editorial.draft.DraftService;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.set.PublishingSetRequest;
import org.putokaz.editorial.set.PublishingSetService;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.http.request.RequestContext;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.pack.read.ImportError;
import org.putokaz.pack.read.ImportResult;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.audit.AuditEvent;
import org.putokaz.security.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Brings in what somebody prepared elsewhere, as drafts and never past a review: all of it in one transaction, or, when
 * anything cannot even be a draft, nothing. A dry run does the same and takes it back.
 */
@ApplicationScoped
class DraftImporter {

    private final DraftService desk;
    private final PublishingSetService setDesk;
    private final EditorialEntryRepository entries;
    private final ImportTargetResolver targets;
    private final LanguagePolicy languages;
    private final MessageCatalogue messages;
    private final RequestContext reader;
    private final AuditTrail audit;
    private final TransactionSynchronizationRegistry transaction;

    @Inject
    DraftImporter(
            DraftService desk,
            PublishingSetService setDesk,
            EditorialEntryRepository entries,
            ImportTargetResolver targets,
            LanguagePolicy languages,
            MessageCatalogue messages,
            RequestContext reader,
            AuditTrail audit,
            TransactionSynchronizationRegistry transaction) {
        this.desk = desk;
        this.setDesk = setDesk;
        this.entries = entries;
        this.targets = targets;
        this.languages = languages;
        this.messages = messages;
        this.reader = reader;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @throws ProblemException 422 with {@code complaints} when it is no dry run and something cannot be read or saved */
    @Transactional
    ImportReport run(ImportResult imported, boolean dryRun, Actor actor) {
        DraftImport run = new DraftImport(desk, entries, targets, languages, actor);
        run.run(imported.entries());
        List<ImportError> refusals = new ArrayList<>(imported.errors());
        refusals.addAll(run.refusals());
        if (dryRun) {
            transaction.setRollbackOnly();
            List<ImportError> all = new ArrayList<>(refusals);
            all.addAll(run.unready());
            return run.report(true, views(all), List.of());
        }
        if (!refusals.isEmpty()) {
            throw ProblemType.INVALID_CONTENT
                    .because("import-refused", refusals.size())
                    .withMember("complaints", views(refusals));
        }
        List<UUID> sets = offer(run.touched(), actor);
        Map<String, String> details =
                Map.of("entries", String.valueOf(run.touched().size()));
        audit.record(actor, AuditEvent.of("imported", details));
        return run.report(false, views(run.unready()), sets);
    }

    /** All of it in as few sets as it fits into, for somebody else to look at. */
    private List<UUID> offer(List<UUID> touched, Actor actor) {
        List<UUID> offered = new ArrayList<>();
        String name = "Import " + reader.today();
        for (int from = 0; from < touched.size(); from += PublishingSetRequest.MAX_MEMBERS) {
            List<PublishingSetRequest.Member> members = new ArrayList<>();
            touched.subList(from, Math.min(from + PublishingSetRequest.MAX_MEMBERS, touched.size()))
                    .forEach(id -> members.add(new PublishingSetRequest.Member(
                            id, PublicationStep.Action.PUBLISH, null, null, null, null, null)));
            offered.add(setDesk.create(new PublishingSetRequest(name, members), actor));
        }
        return offered;
    }

    private List<ImportReport.ComplaintView> views(List<ImportError> complaints) {
        return complaints.stream()
                .limit(ImportReport.MAX_LINES)
                .map(complaint -> new ImportReport.ComplaintView(
                        complaint.file(),
                        complaint.line(),
                        complaint.field(),
                        complaint.reason().code(),
                        messages.text(complaint.reason(), reader.language())))
                .toList();
    }
}
