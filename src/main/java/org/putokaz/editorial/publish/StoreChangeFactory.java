package org.putokaz.editorial.publish;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.live.write.StoreChange;
import org.putokaz.locale.Language;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Factory of the changes to the published store that publication steps stand for. */
@ApplicationScoped
class StoreChangeFactory {

    private final EditorialEntryRepository entries;
    private final ContentFamilyRegistry families;

    @Inject
    StoreChangeFactory(EditorialEntryRepository entries, ContentFamilyRegistry families) {
        this.entries = entries;
        this.families = families;
    }

    /**
     * The changes in the order of the steps.
     *
     * @throws PublicationRejectedException when a revision that is to be published has no slug
     */
    List<StoreChange> create(List<PublicationStep> steps) {
        return steps.stream().map(this::create).toList();
    }

    private StoreChange create(PublicationStep step) {
        findMissingSlug(step).ifPresent(missing -> {
            throw new PublicationRejectedException(Map.of(step.entry(), List.of(missing)));
        });
        return createForDryRun(step);
    }

    /** The violation of a step that would publish a revision without a slug. */
    Optional<Violation> findMissingSlug(PublicationStep step) {
        boolean missing =
                step.action() == PublicationStep.Action.PUBLISH && revisionToPublish(step, entry(step)).slug == null;
        return missing ? Optional.of(Violation.at("/slug", "required")) : Optional.empty();
    }

    /**
     * The change with a placeholder for a missing slug, so that a dry run finds everything else that is missing as
     * well.
     */
    StoreChange createForDryRun(PublicationStep step) {
        EditorialEntry entry = entry(step);
        if (step.action() == PublicationStep.Action.WITHDRAW) {
            return new StoreChange.Withdraw(
                    entry.id,
                    Objects.requireNonNull(step.reason()),
                    step.replacedBy(),
                    step.importance(),
                    step.note(),
                    step.redactSlug());
        }
        return publish(families.get(entry.family), revisionToPublish(step, entry), step);
    }

    private static <C extends Record> StoreChange publish(
            ContentFamily<C> family, Revision revision, PublicationStep step) {
        C content = ContentJson.read(revision.content(), family.contentType());
        String slug = Objects.requireNonNullElse(revision.slug, "bez-sluga-" + step.entry());
        Set<String> stillCurrent =
                step.stillCurrent().stream().map(Language::tag).collect(Collectors.toSet());
        return new StoreChange.Publish<>(
                family, step.entry(), slug, content, step.importance(), step.note(), stillCurrent);
    }

    private EditorialEntry entry(PublicationStep step) {
        return entries.find(step.entry()).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-entry"));
    }

    private Revision revisionToPublish(PublicationStep step, EditorialEntry entry) {
        return entries.revision(entry, step.revisionOrNewest(entry));
    }
}
