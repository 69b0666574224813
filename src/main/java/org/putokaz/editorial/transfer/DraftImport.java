package org.putokaz.editorial.transfer;

import org.putokaz.editorial.draft.ContentPatch;
import org.putokaz.editorial.draft.DraftRequest;
import org.putokaz.editorial.draft.DraftService;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.editorial.revision.DiffView;
import org.putokaz.editorial.revision.RevisionComparer;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.pack.read.ImportError;
import org.putokaz.pack.read.ImportedEntry;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One import: finds the entries that are meant, locks them, saves what is new, and gathers what is wrong. */
final class DraftImport {

    private final DraftService desk;
    private final EditorialEntryRepository entries;
    private final ImportTargetResolver targets;
    private final LanguagePolicy languages;
    private final Actor actor;

    private final List<ImportError> refusals = new ArrayList<>();
    private final List<ImportError> unready = new ArrayList<>();
    private final List<ImportReport.Line> lines = new ArrayList<>();
    private final List<UUID> touched = new ArrayList<>();
    private int created;
    private int changed;
    private int unchanged;
    private int ignored;

    DraftImport(
            DraftService desk,
            EditorialEntryRepository entries,
            ImportTargetResolver targets,
            LanguagePolicy languages,
            Actor actor) {
        this.desk = desk;
        this.entries = entries;
        this.targets = targets;
        this.languages = languages;
        this.actor = actor;
    }

    /** All of them: first found and locked, then saved, so that nobody is waited for while others wait for us. */
    void run(List<ImportedEntry> imported) {
        Map<ImportedEntry, UUID> known = new HashMap<>();
        Set<UUID> seen = new HashSet<>();
        for (ImportedEntry one : imported) {
            if (one.isTombstone()) {
                ignored++;
            } else {
                targets.find(one).ifPresent(id -> known.put(one, id));
                UUID id = known.get(one);
                if (id != null && !seen.add(id)) {
                    refusals.add(one.error(Violation.at("/id", "repeated")));
                }
            }
        }
        entries.lockAll(known.values());
        for (ImportedEntry one : imported) {
            if (!one.isTombstone()) {
                save(one, known.get(one));
            }
        }
    }

    private void save(ImportedEntry one, @Nullable UUID id) {
        try {
            Optional<EditorialEntry> entry = id == null ? Optional.empty() : entries.find(id);
            if (entry.isPresent() && !entry.get().family.equals(one.family().name())) {
                refusals.add(one.error(Violation.at("/id", "id-of-another-family", entry.get().family)));
            } else if (entry.isPresent()) {
                change(one, entry.get());
            } else {
                create(one, id);
            }
        } catch (ProblemException refused) {
            refused.violations().forEach(violation -> refusals.add(one.error(fromContent(violation))));
            if (refused.violations().isEmpty()) {
                refusals.add(one.error(Violation.at("", refused.detail())));
            }
        }
    }

    private void create(ImportedEntry one, @Nullable UUID id) {
        JsonNode content = one.isPatch() ? ContentPatch.MERGE_PATCH.apply(ContentJson.parse("{}"), bytes(one)) : content(one);
        DraftRequest input = new DraftRequest(one.slug(), null, content);
        UUID made = id == null
                ? desk.create(one.family().name(), input, actor)
                : desk.create(one.family().name(), id, input, actor);
        EditorialEntry entry = entries.get(one.family().name(), made);
        created++;
        touched.add(made);
        add(one, entry, one.id(), ImportReport.Outcome.CREATED, List.of());
        check(one, entry);
    }

    private void change(ImportedEntry one, EditorialEntry entry) {
        Revision before = entries.newestRevision(entry);
        before.requireNotRedacted();
        JsonNode content = one.isPatch() ? ContentPatch.MERGE_PATCH.apply(before.content(), bytes(one)) : content(one);
        desk.save(entry, new DraftRequest(one.slug(), null, content), content, actor);
        if (entry.newestRevision == before.number()) {
            unchanged++;
            return;
        }
        changed++;
        touched.add(entry.id);
        List<DiffView.FieldChange> changes =
                RevisionComparer.compare(before, entries.newestRevision(entry)).changes();
        add(one, entry, entry.id, ImportReport.Outcome.CHANGED, changes);
        check(one, entry);
    }

    private void add(
            ImportedEntry one,
            EditorialEntry entry,
            @Nullable UUID id,
            ImportReport.Outcome outcome,
            List<DiffView.FieldChange> changes) {
        if (lines.size() < ImportReport.MAX_LINES) {
            ImportError place = one.error(Violation.at("", "required"));
            lines.add(
                    new ImportReport.Line(place.file(), place.line(), entry.family, id, entry.slug, outcome, changes));
        }
    }

    private void check(ImportedEntry one, EditorialEntry entry) {
        check(one, one.family(), entries.newestRevision(entry).content());
    }

    private <C extends Record> void check(ImportedEntry one, ContentFamily<C> family, JsonNode content) {
        ContentViolations check = new ContentViolations(languages);
        family.validate(ContentJson.read(content, family.contentType()), check);
        check.violations().forEach(violation -> unready.add(one.error(violation)));
    }

    private static JsonNode content(ImportedEntry one) {
        return Objects.requireNonNull(one.content());
    }

    private static byte[] bytes(ImportedEntry one) {
        return content(one).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the desk says of an entry, in terms of its content alone. */
    private static Violation fromContent(Violation violation) {
        return violation.location().startsWith("/content")
                ? Violation.at(violation.location().substring("/content".length()), violation.reason())
                : violation;
    }

    List<ImportError> refusals() {
        return refusals;
    }

    List<ImportError> unready() {
        return unready;
    }

    List<UUID> touched() {
        return touched;
    }

    ImportReport report(boolean dryRun, List<ImportReport.ComplaintView> complaints, List<UUID> sets) {
        return new ImportReport(dryRun, created, changed, unchanged, ignored, lines, complaints, sets);
    }
}
