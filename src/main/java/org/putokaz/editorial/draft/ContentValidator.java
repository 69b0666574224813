package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.Violation;

/**
 * Rules of a content family applied to one content, which must have the shape of the family already. The pointers of
 * the violations begin at the top of the content. Rules that need other entries are the store's.
 */
@ApplicationScoped
public class ContentValidator {

    private final ContentFamilyRegistry families;
    private final LanguagePolicy languages;

    @Inject
    ContentValidator(ContentFamilyRegistry families, LanguagePolicy languages) {
        this.families = families;
        this.languages = languages;
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
        family.validate(content, violations);
        return violations.violations();
    }
}
