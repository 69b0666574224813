package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.InheritedFacts;
import org.putokaz.live.family.UnitPlacement;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.Violation;

/**
 * Rules of a content family applied to one content, which must have the shape of the family already. The pointers of
 * the violations begin at the top of the content. Rules that need other entries are the store's, but for the country of the
 * unit, in which a telephone number is read.
 */
@ApplicationScoped
public class ContentValidator {

    private final ContentFamilyRegistry families;
    private final LanguagePolicy languages;
    private final DraftFactsResolver inheritedFacts;

    @Inject
    ContentValidator(ContentFamilyRegistry families, LanguagePolicy languages, DraftFactsResolver inheritedFacts) {
        this.families = families;
        this.languages = languages;
        this.inheritedFacts = inheritedFacts;
    }

    /** All that keeps this content from being published; empty when nothing does. */
    public List<Violation> findViolations(String family, JsonNode content) {
        return findViolations(families.get(family), content);
    }

    private <C extends Record> List<Violation> findViolations(ContentFamily<C> family, JsonNode content) {
        return findViolations(family, ContentJson.read(content, family.contentType()));
    }

    <C extends Record> List<Violation> findViolations(ContentFamily<C> family, C content) {
        ContentViolations violations = new ContentViolations(languages);
        family.validate(withInheritedFacts(family, content), violations);
        return violations.violations();
    }

    /** The content with what it takes from the units above it, as they are in their newest drafts. */
    public <C extends Record> C withInheritedFacts(ContentFamily<C> family, C content) {
        UUID unit = family.inheritsFrom(content);
        return unit == null ? content : family.withInheritedFacts(content, inheritedFacts.apply(unit));
    }

    /** What entries inherit from a unit, as it and the units above it are in their newest drafts. */
    public InheritedFacts factsOf(UUID unit) {
        return inheritedFacts.apply(unit);
    }

    /** Whether a unit is a shelter that is not marked as confidential, in its newest draft. */
    public boolean isUnmarkedShelter(UUID unit) {
        return inheritedFacts.isUnmarkedShelter(unit);
    }

    /** The placement of a unit in its newest draft; empty for an unknown one. */
    public Optional<UnitPlacement> findPlacement(UUID unit) {
        return inheritedFacts.findPlacement(unit);
    }
}
