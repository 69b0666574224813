package org.putokaz.editorial.check;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.putokaz.editorial.draft.ContentValidator;
import org.putokaz.editorial.draft.DraftContentParser;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.live.Availability;
import org.putokaz.live.ContentJson;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.Violation;

/** Checker of revisions for values that are possible but suspicious, by the rules of their family. */
@ApplicationScoped
public class PlausibilityChecker {

    /** The fields of a channel that decide how its number is read. */
    private static final List<String> NUMBER_FIELDS = List.of("value", "region");

    private final EditorialEntryRepository entries;
    private final ContentFamilyRegistry families;
    private final ContentValidator validator;
    private final LiveEntryRepository live;
    private final LanguagePolicy languages;
    private final InstitutionConfig institution;
    private final Clock clock;

    @Inject
    PlausibilityChecker(
            EditorialEntryRepository entries,
            ContentFamilyRegistry families,
            ContentValidator validator,
            LiveEntryRepository live,
            LanguagePolicy languages,
            InstitutionConfig institution,
            Clock clock) {
        this.entries = entries;
        this.families = families;
        this.validator = validator;
        this.live = live;
        this.languages = languages;
        this.institution = institution;
        this.clock = clock;
    }

    /** The warnings about a revision, with pointers into the entry; none when it is invalid. */
    public List<Violation> findWarnings(EditorialEntry entry, int revision) {
        return findWarnings(families.get(entry.family), entry, revision);
    }

    private <C extends Record> List<Violation> findWarnings(
            ContentFamily<C> family, EditorialEntry entry, int revision) {
        C content = ContentJson.read(entries.revision(entry, revision).content(), family.contentType());
        ContentViolations violations = new ContentViolations(languages);
        C complete = validator.withInheritedFacts(family, content);
        family.validate(complete, violations);
        if (!violations.violations().isEmpty()) {
            return List.of();
        }
        ContentViolations warnings = new ContentViolations(languages);
        LocalDate today = LocalDate.ofInstant(clock.instant(), institution.timezone());
        family.findWarnings(complete, today, warnings);
        findEndedReferences(family.indexedFields(entry.id, complete), today, warnings);
        findShelterLocation(family, entry.id, complete, warnings);
        findChangedCountry(family, entry, revision, complete, warnings);
        family.unitPlacement(complete)
                .findParentClosing(validator::findPlacement, today)
                .ifPresent(closedFrom -> warnings.add("/parent", "parent-dissolved", closedFrom));
        return warnings.violations().stream()
                .map(DraftContentParser::toEntryPointer)
                .toList();
    }

    /** Whether the same number would be dialled in another country than now, because its unit has moved. */
    private <C extends Record> void findChangedCountry(
            ContentFamily<C> family, EditorialEntry entry, int revision, C complete, ContentViolations warnings) {
        LiveEntry published = live.find(entry.id).filter(LiveEntry::live).orElse(null);
        String now = family.dialledNumber(complete);
        if (published == null || now == null) {
            return;
        }
        String before = family.dialledNumber(
                ContentJson.read(Objects.requireNonNull(published.document()), family.contentType()));
        JsonNode authored = live.authoredContent(entry.id);
        JsonNode written = entries.revision(entry, revision).content();
        boolean untouched =
                NUMBER_FIELDS.stream().allMatch(field -> authored.path(field).equals(written.path(field)));
        if (untouched && before != null && !before.equals(now)) {
            warnings.add("/value", "number-changes-country", before, now);
        }
    }

    private void findEndedReferences(IndexedFields fields, LocalDate today, ContentViolations warnings) {
        for (IndexedFields.Reference reference : fields.references()) {
            live.find(reference.to())
                    .filter(LiveEntry::live)
                    .map(target -> availability(families.get(target.family()), target))
                    .filter(days -> days.hasEndedOn(today))
                    .ifPresent(
                            days -> warnings.add(reference.pointer(), "reference-ended", String.valueOf(days.until())));
        }
    }

    private static <C extends Record> Availability availability(ContentFamily<C> family, LiveEntry target) {
        return family.availability(ContentJson.read(Objects.requireNonNull(target.document()), family.contentType()));
    }

    /** Whether the content, or the unit whose place it shows, is a shelter that nobody has marked as confidential. */
    private <C extends Record> void findShelterLocation(
            ContentFamily<C> family, UUID id, C content, ContentViolations warnings) {
        UUID shown = family.locationPrivacy(id, content).disclosedUnit();
        if (id.equals(shown) && family.isUnmarkedShelter(content)) {
            warnings.add("/confidentialLocation", "shelter-location-shown");
        } else if (shown != null && !id.equals(shown) && validator.isUnmarkedShelter(shown)) {
            warnings.add("/unit", "shelter-location-shown");
        }
    }
}
