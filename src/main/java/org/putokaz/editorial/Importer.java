package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.putokaz.http.Messages;
import org.putokaz.http.Reader;
import org.putokaz.locale.Languages;
import org.putokaz.pack.Complaint;
import org.putokaz.pack.Import;
import org.putokaz.problem.Problem;
import org.putokaz.problem.ProblemException;
import org.putokaz.security.Act;
import org.putokaz.security.Actor;
import org.putokaz.security.AuditTrail;

/**
 * Brings in what somebody prepared elsewhere, as drafts and never past a review: all of it in one transaction, or, when
 * anything cannot even be a draft, nothing. A dry run does the same and takes it back.
 */
@ApplicationScoped
class Importer {

    private final Desk desk;
    private final SetDesk setDesk;
    private final Entries entries;
    private final ImportTargets targets;
    private final Languages languages;
    private final Messages messages;
    private final Reader reader;
    private final AuditTrail audit;
    private final TransactionSynchronizationRegistry transaction;

    @Inject
    Importer(
            Desk desk,
            SetDesk setDesk,
            Entries entries,
            ImportTargets targets,
            Languages languages,
            Messages messages,
            Reader reader,
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
    ImportReport run(Import imported, boolean dryRun, Actor actor) {
        ImportRun run = new ImportRun(desk, entries, targets, languages, actor);
        run.run(imported.entries());
        List<Complaint> refusals = new ArrayList<>(imported.complaints());
        refusals.addAll(run.refusals());
        if (dryRun) {
            transaction.setRollbackOnly();
            List<Complaint> all = new ArrayList<>(refusals);
            all.addAll(run.unready());
            return run.report(true, views(all), List.of());
        }
        if (!refusals.isEmpty()) {
            throw Problem.INVALID_CONTENT
                    .because("import-refused", refusals.size())
                    .and("complaints", views(refusals));
        }
        List<UUID> sets = offer(run.touched(), actor);
        Map<String, String> details =
                Map.of("entries", String.valueOf(run.touched().size()));
        audit.record(actor, Act.of("imported", details));
        return run.report(false, views(run.unready()), sets);
    }

    /** All of it in as few sets as it fits into, for somebody else to look at. */
    private List<UUID> offer(List<UUID> touched, Actor actor) {
        List<UUID> offered = new ArrayList<>();
        String name = "Import " + reader.today();
        for (int from = 0; from < touched.size(); from += SetInput.MOST_MEMBERS) {
            List<SetInput.Member> members = new ArrayList<>();
            touched.subList(from, Math.min(from + SetInput.MOST_MEMBERS, touched.size()))
                    .forEach(id ->
                            members.add(new SetInput.Member(id, Step.Action.PUBLISH, null, null, null, null, null)));
            offered.add(setDesk.create(new SetInput(name, members), actor));
        }
        return offered;
    }

    private List<ImportReport.ComplaintView> views(List<Complaint> complaints) {
        return complaints.stream()
                .limit(ImportReport.MOST_LINES)
                .map(complaint -> new ImportReport.ComplaintView(
                        complaint.file(),
                        complaint.line(),
                        complaint.field(),
                        complaint.reason().code(),
                        messages.text(complaint.reason(), reader.language())))
                .toList();
    }
}
