package org.putokaz.editorial.check;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.live.Availability;
import org.putokaz.live.ContentJson;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.IndexedFields.Reference;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.PublishedReferenceRepository;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.Violation;

/** Finder of what readers do not get of a published entry, because entries that it names are withdrawn. */
@ApplicationScoped
public class LostReferenceFinder {

    private final LiveEntryRepository live;
    private final PublishedReferenceRepository references;
    private final ContentFamilyRegistry families;
    private final LanguagePolicy languages;
    private final InstitutionConfig institution;
    private final Clock clock;

    @Inject
    LostReferenceFinder(
            LiveEntryRepository live,
            PublishedReferenceRepository references,
            ContentFamilyRegistry families,
            LanguagePolicy languages,
            InstitutionConfig institution,
            Clock clock) {
        this.live = live;
        this.references = references;
        this.families = families;
        this.languages = languages;
        this.institution = institution;
        this.clock = clock;
    }

    /**
     * One loss.
     *
     * @param violation what is lost, with a pointer into the entry
     * @param entry that is withdrawn; null when the loss is not of one entry
     */
    public record Loss(Violation violation, @Nullable UUID entry) {}

    /** The losses of a published entry; none for any other. Must be called in a transaction. */
    public List<Loss> find(UUID id) {
        return live.find(id)
                .filter(LiveEntry::live)
                .map(entry -> find(families.get(entry.family()), entry))
                .orElse(List.of());
    }

    private <C extends Record> List<Loss> find(ContentFamily<C> family, LiveEntry entry) {
        JsonNode authored = live.authoredContent(entry.id());
        C written = ContentJson.read(authored, family.contentType());
        C published = ContentJson.read(Objects.requireNonNull(entry.document()), family.contentType());
        List<Loss> found = new ArrayList<>();
        for (Reference reference : family.indexedFields(entry.id(), written).references()) {
            live.find(reference.to())
                    .filter(target -> !target.live())
                    .ifPresent(target -> found.add(new Loss(gone(reference, target), target.id())));
            Availability days = entry.referenceDays().byEntry().get(reference.to());
            if (days != null && days.hasEndedOn(today())) {
                found.add(new Loss(
                        inEntry(Violation.at(reference.pointer(), "reference-ended", String.valueOf(days.until()))),
                        reference.to()));
            }
        }
        Set<UUID> ended = entry.referenceDays().unavailableOn(today());
        C shown = family.withReferences(published, id -> ended.contains(id) ? null : id);
        ContentViolations losses = new ContentViolations(languages);
        family.findLosses(written, shown, losses);
        losses.violations().forEach(loss -> found.add(new Loss(inEntry(loss), null)));
        return found;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), institution.timezone());
    }

    private Violation gone(Reference reference, LiveEntry target) {
        String slug = target.family() + "/" + target.slug();
        return inEntry(references
                .findReplacement(target.id())
                .map(replacement -> Violation.at(reference.pointer(), "reference-replaced", slug, replacement))
                .orElseGet(() -> Violation.at(reference.pointer(), "reference-left-out", slug)));
    }

    private static Violation inEntry(Violation inContent) {
        return Violation.at("/content" + inContent.location(), inContent.reason());
    }
}
