package org.putokaz.editorial.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.draft.ContentPatch;
import org.putokaz.editorial.draft.ContentValidator;
import org.putokaz.editorial.draft.DraftRequest;
import org.putokaz.editorial.draft.DraftService;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.revision.DiffView;
import org.putokaz.editorial.revision.RevisionComparer;
import org.putokaz.live.ContentJson;
import org.putokaz.pack.read.ImportedEntry;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;

/**
 * Writer of imported entries as drafts, within the caller's transaction. All target entries are locked, in the
 * order of all locks on entries, before the first is saved. An entry that cannot be saved is reported and the others
 * are still tried. What keeps entries from being published is looked for when all are saved: a channel depends on the
 * country of its unit, which the file may hold after it.
 */
@ApplicationScoped
class ImportedEntrySaver {

    private static final String CONTENT_POINTER = "/content";

    private final DraftService drafts;
    private final EditorialEntryRepository entries;
    private final ImportTargetResolver targets;
    private final ContentValidator validator;

    @Inject
    ImportedEntrySaver(
            DraftService drafts,
            EditorialEntryRepository entries,
            ImportTargetResolver targets,
            ContentValidator validator) {
        this.drafts = drafts;
        this.entries = entries;
        this.targets = targets;
        this.validator = validator;
    }

    /**
     * An imported entry and the id of the entry that it changes; null for one that is new and has no id in the file.
     */
    private record Target(ImportedEntry imported, @Nullable UUID id) {}

    /** An imported entry that is new or changed, and its draft. */
    private record Saved(ImportedEntry imported, EditorialEntry entry) {}

    void saveAll(List<ImportedEntry> imported, Actor actor, ImportReportBuilder report) {
        List<Target> resolved = resolve(imported, report);
        entries.lockAll(
                resolved.stream().map(Target::id).filter(Objects::nonNull).toList());
        List<Saved> saved = new ArrayList<>();
        for (Target target : resolved) {
            try {
                save(target, actor, report).ifPresent(entry -> saved.add(new Saved(target.imported, entry)));
            } catch (ProblemException refused) {
                addSaveErrors(target.imported, refused, report);
            }
        }
        saved.forEach(each -> addPublicationErrors(each.imported, each.entry, report));
    }

    private List<Target> resolve(List<ImportedEntry> imported, ImportReportBuilder report) {
        List<Target> resolved = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (ImportedEntry entry : imported) {
            if (entry.isTombstone()) {
                report.addIgnored();
                continue;
            }
            UUID id = targets.resolve(entry).orElse(null);
            if (id != null && !ids.add(id)) {
                report.addSaveError(entry.error(Violation.at("/id", "repeated")));
            }
            resolved.add(new Target(entry, id));
        }
        return resolved;
    }

    /** Saves an entry; empty where nothing was to be saved. */
    private Optional<EditorialEntry> save(Target target, Actor actor, ImportReportBuilder report) {
        ImportedEntry imported = target.imported;
        Optional<EditorialEntry> present = target.id == null ? Optional.empty() : entries.find(target.id);
        if (present.isEmpty()) {
            return Optional.of(create(target, actor, report));
        } else if (present.get().family.equals(imported.family().name())) {
            return change(imported, present.get(), actor, report);
        } else {
            report.addSaveError(imported.error(Violation.at("/id", "id-of-another-family", present.get().family)));
            return Optional.empty();
        }
    }

    private EditorialEntry create(Target target, Actor actor, ImportReportBuilder report) {
        ImportedEntry imported = target.imported;
        String family = imported.family().name();
        DraftRequest request = new DraftRequest(imported.slug(), null, newContent(imported, ContentJson.parse("{}")));
        UUID id = target.id == null
                ? drafts.create(family, request, actor)
                : drafts.create(family, target.id, request, actor);
        EditorialEntry entry = entries.get(family, id);
        report.addCreated(imported, entry);
        return entry;
    }

    private Optional<EditorialEntry> change(
            ImportedEntry imported, EditorialEntry entry, Actor actor, ImportReportBuilder report) {
        Revision before = entries.newestRevision(entry);
        before.requireNotRedacted();
        JsonNode content = newContent(imported, before.content());
        drafts.save(entry, new DraftRequest(imported.slug(), null, content), content, actor);
        if (entry.newestRevision == before.number()) {
            report.addUnchanged();
            return Optional.empty();
        }
        List<DiffView.FieldChange> changes =
                RevisionComparer.compare(before, entries.newestRevision(entry)).changes();
        report.addChanged(imported, entry, changes);
        return Optional.of(entry);
    }

    private static JsonNode newContent(ImportedEntry imported, JsonNode present) {
        JsonNode content = Objects.requireNonNull(imported.content());
        return imported.isPatch() ? ContentPatch.MERGE_PATCH.apply(present, content) : content;
    }

    private void addPublicationErrors(ImportedEntry imported, EditorialEntry entry, ImportReportBuilder report) {
        validator
                .findViolations(entry.family, entries.newestRevision(entry).content())
                .forEach(violation -> report.addPublicationError(imported.error(violation)));
    }

    private static void addSaveErrors(ImportedEntry imported, ProblemException refused, ImportReportBuilder report) {
        if (refused.violations().isEmpty()) {
            report.addSaveError(imported.error(Violation.at("", refused.detail())));
        }
        refused.violations().forEach(violation -> report.addSaveError(imported.error(toContentPointer(violation))));
    }

    /** The inverse of {@link org.putokaz.editorial.draft.DraftContentParser#toEntryPointer}. */
    private static Violation toContentPointer(Violation violation) {
        String pointer = violation.location();
        return pointer.startsWith(CONTENT_POINTER)
                ? Violation.at(pointer.substring(CONTENT_POINTER.length()), violation.reason())
                : violation;
    }
}
