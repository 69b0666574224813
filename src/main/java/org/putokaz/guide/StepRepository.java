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
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.SlugFormat;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.LiveQueries;
import org.putokaz.live.write.EntryIndexRepository;

/** Repository of the current and removed steps of help guides, with the slugs they had. */
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

    /** Replaces the steps of a guide; steps that are no longer among them are kept as removed. */
    void replace(UUID guide, List<GuideContent.Step> steps, ContentViolations violations) {
        list("guide", guide).forEach(entity -> entity.live = false);
        for (int i = 0; i < steps.size(); i++) {
            GuideContent.Step step = steps.get(i);
            UUID id = Objects.requireNonNull(step.id());
            StepEntity existing = findById(id);
            if (existing != null && !existing.guide.equals(guide)) {
                violations.add("/steps/" + i + "/id", "id-taken");
            } else if (!index.claimSlug(guide.toString(), Objects.requireNonNull(step.slug()), id)) {
                violations.add("/steps/" + i + "/slug", "slug-taken", step.slug());
            } else {
                save(existing, guide, id, step.slug(), true);
            }
        }
    }

    private void save(@Nullable StepEntity existing, UUID guide, UUID id, String slug, boolean live) {
        StepEntity entity = existing == null ? new StepEntity() : existing;
        entity.id = id;
        entity.guide = guide;
        entity.slug = slug;
        entity.live = live;
        if (existing == null) {
            persist(entity);
        }
    }

    /** The steps that have former slugs or were removed, in the order of their ids; all steps of a withdrawn guide. */
    List<EntryHistory.Part> findHistory(UUID guide) {
        List<StepEntity> steps = list("guide = ?1 order by id", guide);
        boolean guideIsWithdrawn = entries.find(guide).filter(LiveEntry::live).isEmpty();
        Map<UUID, List<String>> slugs =
                index.findSlugs(steps.stream().map(entity -> entity.id).toList());
        return steps.stream()
                .map(entity -> new EntryHistory.Part(entity.id, entity.slug, formerSlugs(entity, slugs), !entity.live))
                .filter(part -> guideIsWithdrawn
                        || part.removed()
                        || !part.formerSlugs().isEmpty())
                .toList();
    }

    private static List<String> formerSlugs(StepEntity entity, Map<UUID, List<String>> slugs) {
        return slugs.getOrDefault(entity.id, List.of()).stream()
                .filter(slug -> !slug.equals(entity.slug))
                .toList();
    }

    /** Restores the steps' former slugs and the removed steps from another store. */
    void restore(UUID guide, List<EntryHistory.Part> parts, ContentViolations violations) {
        for (int i = 0; i < parts.size(); i++) {
            String pointer = "/parts/" + i;
            EntryHistory.Part part = parts.get(i);
            StepEntity existing = findById(part.id());
            if (existing != null && !(existing.guide.equals(guide) && existing.live && !part.removed())) {
                violations.add(pointer + "/id", "id-taken");
            } else if (existing == null) {
                save(null, guide, part.id(), part.slug(), !part.removed());
            }
            claimSlug(guide, part.id(), pointer + "/slug", part.slug(), violations);
            for (int j = 0; j < part.formerSlugs().size(); j++) {
                claimSlug(
                        guide,
                        part.id(),
                        pointer + "/formerSlugs/" + j,
                        part.formerSlugs().get(j),
                        violations);
            }
        }
    }

    /** Replaces the slugs of all steps by their ids. */
    void redactSlugs(UUID guide) {
        list("guide", guide).forEach(entity -> entity.slug = entity.id.toString());
    }

    private void claimSlug(UUID guide, UUID step, String pointer, String slug, ContentViolations violations) {
        if (SlugFormat.check(pointer, slug, violations) && !index.claimSlug(guide.toString(), slug, step)) {
            violations.add(pointer, "slug-taken", slug);
        }
    }

    /** Current slug of a step and whether the guide still has it. */
    record StepState(UUID id, String slug, boolean live) {}

    /** Finds a step by its id, or by a current or former slug in this guide. */
    Optional<StepState> find(UUID guide, String idOrSlug) {
        List<StepState> found = QueryParameterParser.isId(idOrSlug)
                ? queries.query(FIND_BY_ID_SQL, List.of(guide, UUID.fromString(idOrSlug)), StepRepository::readState)
                : queries.query(
                        FIND_BY_SLUG_SQL, List.of(guide, guide.toString(), idOrSlug), StepRepository::readState);
        return found.stream().findFirst();
    }

    private static StepState readState(ResultSet row) throws SQLException {
        return new StepState(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3));
    }
}
