package org.putokaz.guide;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Parameters;
import org.putokaz.live.Check;
import org.putokaz.live.EntryIndex;
import org.putokaz.live.LiveEntries;

/** The steps that guides have and had. */
@ApplicationScoped
class Steps implements PanacheRepositoryBase<StepRow, UUID> {

    private final EntryIndex index;
    private final LiveEntries entries;

    @Inject
    Steps(EntryIndex index, LiveEntries entries) {
        this.index = index;
        this.entries = entries;
    }

    /** Makes these the steps of a guide; those that are no longer among them stay known as gone. */
    void replace(UUID guide, List<GuideContent.Step> steps, Check check) {
        list("guide", guide).forEach(row -> row.live = false);
        for (int place = 0; place < steps.size(); place++) {
            GuideContent.Step step = steps.get(place);
            UUID id = Objects.requireNonNull(step.id());
            StepRow known = findById(id);
            if (known != null && !known.guide.equals(guide)) {
                check.refuse("/steps/" + place + "/id", "id-taken");
            } else if (!index.takeSlug(guide.toString(), Objects.requireNonNull(step.slug()), id)) {
                check.refuse("/steps/" + place + "/slug", "slug-taken", step.slug());
            } else {
                write(known, guide, id, step.slug());
            }
        }
    }

    private void write(@Nullable StepRow known, UUID guide, UUID id, String slug) {
        StepRow row = known == null ? new StepRow() : known;
        row.id = id;
        row.guide = guide;
        row.slug = slug;
        row.live = true;
        if (known == null) {
            persist(row);
        }
    }

    /** By id, or by a slug that the step has or once had in this guide. */
    Optional<StepRow> find(UUID guide, String idOrSlug) {
        Optional<UUID> id = Parameters.isId(idOrSlug)
                ? Optional.of(UUID.fromString(idOrSlug))
                : entries.ownerOf(guide.toString(), idOrSlug);
        return id.flatMap(this::findByIdOptional).filter(row -> row.guide.equals(guide));
    }
}
