package org.putokaz.guide;

import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.SlugFormat;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.LiveQueries;
import org.putokaz.live.write.EntryIndexRepository;
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

/** The steps that guides have and had. */
@ApplicationScoped
class StepRepository implements PanacheRepositoryBase<StepEntity, UUID> {

    private static final String FIND_BY_ID_SQL =
            "select f.id, f.slug, f.live from live.help_guide_step f where f.guide = ? and f.id = ?";
    private static final String FIND_BY_SLUG_SQL = "select f.id, f.slug, f.live from live.slug s"
            + " join live.help_guide_step f on f.id = s.owner_id where f.guide = ? and s.scope = ? and s.slug = ?";

    private final EntryIndexRepository index;
    private final LiveEntryRepository entries;
    private final LiveQueries queries;

    @Inject
    StepRepository(EntryIndexRepository index, LiveEntryRepository entries, LiveQueries queries) {
        this.index = index;
        this.entries = entries;
        this.queries = queries;
    }

    /** Makes these the steps of a guide; those that are no longer among them stay known as gone. */
    void replace(UUID guide, List<GuideContent.Step> steps, ContentViolations check) {
        list("guide", guide).forEach(row -> row.live = false);
        for (int place = 0; place < steps.size(); place++) {
            GuideContent.Step step = steps.get(place);
            UUID id = Objects.requireNonNull(step.id());
            StepEntity known = findById(id);
            if (known != null && !known.guide.equals(guide)) {
                check.add("/steps/" + place + "/id", "id-taken");
            } else if (!index.claimSlug(guide.toString(), Objects.requireNonNull(step.slug()), id)) {
                check.add("/steps/" + place + "/slug", "slug-taken", step.slug());
            } else {
                save(known, guide, id, step.slug(), true);
            }
        }
    }

    private void save(@Nullable StepEntity known, UUID guide, UUID id, String slug, boolean live) {
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
    List<EntryHistory.Part> findHistory(UUID guide) {
        List<StepEntity> rows = list("guide = ?1 order by id", guide);
        boolean gone = entries.find(guide).filter(LiveEntry::live).isEmpty();
        Map<UUID, List<String>> slugs =
                index.findSlugs(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> new EntryHistory.Part(row.id, row.slug, formerSlugs(row, slugs), !row.live))
                .filter(part -> gone || part.removed() || !part.formerSlugs().isEmpty())
                .toList();
    }

    private static List<String> formerSlugs(StepEntity row, Map<UUID, List<String>> slugs) {
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
                check.add(pointer + "/id", "id-taken");
            } else if (known == null) {
                save(null, guide, part.id(), part.slug(), !part.removed());
            }
            claimSlug(guide, part.id(), pointer + "/slug", part.slug(), check);
            for (int i = 0; i < part.formerSlugs().size(); i++) {
                claimSlug(
                        guide,
                        part.id(),
                        pointer + "/formerSlugs/" + i,
                        part.formerSlugs().get(i),
                        check);
            }
        }
    }

    private void claimSlug(UUID guide, UUID step, String pointer, String slug, ContentViolations check) {
        if (SlugFormat.check(pointer, slug, check) && !index.claimSlug(guide.toString(), slug, step)) {
            check.add(pointer, "slug-taken", slug);
        }
    }

    /** A step that a guide has or had. */
    record StepState(UUID id, String slug, boolean live) {}

    /** By id, or by a slug that the step has or once had in this guide. */
    Optional<StepState> find(UUID guide, String idOrSlug) {
        List<StepState> found = QueryParameterParser.isId(idOrSlug)
                ? queries.query(FIND_BY_ID_SQL, List.of(guide, UUID.fromString(idOrSlug)), StepRepository::readState)
                : queries.query(FIND_BY_SLUG_SQL, List.of(guide, guide.toString(), idOrSlug), StepRepository::readState);
        return found.stream().findFirst();
    }

    private static StepState readState(ResultSet row) throws SQLException {
        return new StepState(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3));
    }
}
