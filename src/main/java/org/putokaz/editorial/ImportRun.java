package org.putokaz.editorial;

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
import org.putokaz.live.Check;
import org.putokaz.live.Documents;
import org.putokaz.live.Family;
import org.putokaz.locale.Languages;
import org.putokaz.pack.Complaint;
import org.putokaz.pack.Imported;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.Violation;
import org.putokaz.security.Actor;

/** One import: finds the entries that are meant, locks them, saves what is new, and gathers what is wrong. */
final class ImportRun {

    private final Desk desk;
    private final Entries entries;
    private final ImportTargets targets;
    private final Languages languages;
    private final Actor actor;

    private final List<Complaint> refusals = new ArrayList<>();
    private final List<Complaint> unready = new ArrayList<>();
    private final List<ImportReport.Line> lines = new ArrayList<>();
    private final List<UUID> touched = new ArrayList<>();
    private int created;
    private int changed;
    private int unchanged;
    private int ignored;

    ImportRun(Desk desk, Entries entries, ImportTargets targets, Languages languages, Actor actor) {
        this.desk = desk;
        this.entries = entries;
        this.targets = targets;
        this.languages = languages;
        this.actor = actor;
    }

    /** All of them: first found and locked, then saved, so that nobody is waited for while others wait for us. */
    void run(List<Imported> imported) {
        Map<Imported, UUID> known = new HashMap<>();
        Set<UUID> seen = new HashSet<>();
        for (Imported one : imported) {
            if (one.isTombstone()) {
                ignored++;
            } else {
                targets.find(one).ifPresent(id -> known.put(one, id));
                UUID id = known.get(one);
                if (id != null && !seen.add(id)) {
                    refusals.add(one.complaint(Violation.at("/id", "repeated")));
                }
            }
        }
        entries.lockAll(known.values());
        for (Imported one : imported) {
            if (!one.isTombstone()) {
                save(one, known.get(one));
            }
        }
    }

    private void save(Imported one, @Nullable UUID id) {
        try {
            Optional<Entry> entry = id == null ? Optional.empty() : entries.find(id);
            if (entry.isPresent() && !entry.get().family.equals(one.family().name())) {
                refusals.add(one.complaint(Violation.at("/id", "id-of-another-family", entry.get().family)));
            } else if (entry.isPresent()) {
                change(one, entry.get());
            } else {
                create(one, id);
            }
        } catch (ProblemException refused) {
            refused.violations().forEach(violation -> refusals.add(one.complaint(fromContent(violation))));
            if (refused.violations().isEmpty()) {
                refusals.add(one.complaint(Violation.at("", refused.detail())));
            }
        }
    }

    private void create(Imported one, @Nullable UUID id) {
        JsonNode content = one.patch() ? Patch.MERGE.apply(Documents.parse("{}"), bytes(one)) : content(one);
        DraftInput input = new DraftInput(one.slug(), null, content);
        UUID made = id == null
                ? desk.create(one.family().name(), input, actor)
                : desk.create(one.family().name(), id, input, actor);
        Entry entry = entries.get(one.family().name(), made);
        created++;
        touched.add(made);
        add(one, entry, one.id(), ImportReport.Outcome.CREATED, List.of());
        check(one, entry);
    }

    private void change(Imported one, Entry entry) {
        Revision before = entries.head(entry);
        before.demandText();
        JsonNode content = one.patch() ? Patch.MERGE.apply(before.content(), bytes(one)) : content(one);
        desk.write(entry, new DraftInput(one.slug(), null, content), content, actor);
        if (entry.revision == before.number()) {
            unchanged++;
            return;
        }
        changed++;
        touched.add(entry.id);
        List<DiffView.FieldChange> changes =
                Diff.of(before, entries.head(entry)).changes();
        add(one, entry, entry.id, ImportReport.Outcome.CHANGED, changes);
        check(one, entry);
    }

    private void add(
            Imported one,
            Entry entry,
            @Nullable UUID id,
            ImportReport.Outcome outcome,
            List<DiffView.FieldChange> changes) {
        if (lines.size() < ImportReport.MOST_LINES) {
            Complaint place = one.complaint(Violation.at("", "required"));
            lines.add(
                    new ImportReport.Line(place.file(), place.line(), entry.family, id, entry.slug, outcome, changes));
        }
    }

    private void check(Imported one, Entry entry) {
        check(one, one.family(), entries.head(entry).content());
    }

    private <C extends Record> void check(Imported one, Family<C> family, JsonNode content) {
        Check check = new Check(languages);
        family.check(Documents.read(content, family.contentType()), check);
        check.violations().forEach(violation -> unready.add(one.complaint(violation)));
    }

    private static JsonNode content(Imported one) {
        return Objects.requireNonNull(one.content());
    }

    private static byte[] bytes(Imported one) {
        return content(one).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What the desk says of an entry, in terms of its content alone. */
    private static Violation fromContent(Violation violation) {
        return violation.where().startsWith("/content")
                ? Violation.at(violation.where().substring("/content".length()), violation.reason())
                : violation;
    }

    List<Complaint> refusals() {
        return refusals;
    }

    List<Complaint> unready() {
        return unready;
    }

    List<UUID> touched() {
        return touched;
    }

    ImportReport report(boolean dryRun, List<ImportReport.ComplaintView> complaints, List<UUID> sets) {
        return new ImportReport(dryRun, created, changed, unchanged, ignored, lines, complaints, sets);
    }
}
