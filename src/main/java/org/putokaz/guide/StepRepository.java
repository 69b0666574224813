package org.putokaz.guide;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.consistency.VersionedQueries;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.SlugFormat;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.write.EntryIndexRepository;

/** The steps that guides have and had. */
@ApplicationScoped
class StepRepository implements PanacheRepositoryBase<StepEntity, UUID> {

    private static final String BY_ID =
            "select f.id, f.slug, f.live from live.help_guide_step f where f.guide = ? and f.id = ?";
    private static final String BY_SLUG = "select f.id, f.slug, f.live from live.slug s"
            + " join live.help_guide_step f on f.id = s.owner_id where f.guide = ? and s.scope = ? and s.slug = ?";

    private final EntryIndexRepository index;
    private final LiveEntryRepository entries;
    private final VersionedQueries statements;

    @Inject
    StepRepository(EntryIndexRepository index, LiveEntryRepository entries, VersionedQueries statements) {
        this.index = index;
        this.entries = entries;
        this.statements = statements;
    }

    /** Makes these the steps of a guide; those that are no longer among them stay known as gone. */
    void replace(UUID guide, List<GuideContent.Step> steps, ContentViolations check) {
        list("guide", guide).forEach(row -> row.live = false);
        for (int place = 0; place < steps.size(); place++) {
            GuideContent.Step step = steps.get(place);
            UUID id = Objects.requireNonNull(step.id());
            StepEntity known = findById(id);
            if (known != null && !known.guide.equals(guide)) {
                check.refuse("/steps/" + place + "/id", "id-taken");
            } else if (!index.takeSlug(guide.toString(), Objects.requireNonNull(step.slug()), id)) {
                check.refuse("/steps/" + place + "/slug", "slug-taken", step.slug());
            } else {
                write(known, guide, id, step.slug(), true);
            }
        }
    }

    private void write(@Nullable StepEntity known, UUID guide, UUID id, String slug, boolean live) {
        StepEntity row = known == null ? new StepEntity() : known;
        row.id = id;
        row.guide = guide;
        row.slug = slug;
        row.live = live;
        if (known == null) {
            persist(row);
        }
    }

    /** What the steps of a guide were called, and which it no longer has; oldest id first. */
    List<EntryHistory.Part> past(UUID guide) {
        List<StepEntity> rows = list("guide = ?1 order by id", guide);
        boolean gone = entries.find(guide).filter(LiveEntry::live).isEmpty();
        Map<UUID, List<String>> slugs =
                index.slugsOf(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> new EntryHistory.Part(row.id, row.slug, former(row, slugs), !row.live))
                .filter(part -> gone || part.removed() || !part.formerSlugs().isEmpty())
                .toList();
    }

    private static List<String> former(StepEntity row, Map<UUID, List<String>> slugs) {
        return slugs.getOrDefault(row.id, List.of()).stream()
                .filter(slug -> !slug.equals(row.slug))
                .toList();
    }

    /** Takes over what another store kept of them. */
    void restore(UUID guide, List<EntryHistory.Part> parts, ContentViolations check) {
        for (int place = 0; place < parts.size(); place++) {
            String pointer = "/parts/" + place;
            EntryHistory.Part part = parts.get(place);
            StepEntity known = findById(part.id());
            if (known != null && !(known.guide.equals(guide) && known.live && !part.removed())) {
                check.refuse(pointer + "/id", "id-taken");
            } else if (known == null) {
                write(null, guide, part.id(), part.slug(), !part.removed());
            }
            take(guide, part.id(), pointer + "/slug", part.slug(), check);
            for (int i = 0; i < part.formerSlugs().size(); i++) {
                take(
                        guide,
                        part.id(),
                        pointer + "/formerSlugs/" + i,
                        part.formerSlugs().get(i),
                        check);
            }
        }
    }

    private void take(UUID guide, UUID step, String pointer, String slug, ContentViolations check) {
        if (SlugFormat.check(pointer, slug, check) && !index.takeSlug(guide.toString(), slug, step)) {
            check.refuse(pointer, "slug-taken", slug);
        }
    }

    /** A step that a guide has or had. */
    record Known(UUID id, String slug, boolean live) {}

    /** By id, or by a slug that the step has or once had in this guide. */
    Optional<Known> find(UUID guide, String idOrSlug) {
        List<Known> found = QueryParameterParser.isId(idOrSlug)
                ? statements.list(BY_ID, List.of(guide, UUID.fromString(idOrSlug)), StepRepository::known)
                : statements.list(BY_SLUG, List.of(guide, guide.toString(), idOrSlug), StepRepository::known);
        return found.stream().findFirst();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3));
    }
}
