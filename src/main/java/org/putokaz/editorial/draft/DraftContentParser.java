package org.putokaz.editorial.draft;

import org.putokaz.http.request.StrictJsonMapper;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the content of a draft. A draft may be incomplete, but not of the wrong shape, and it may not hold what is no
 * text at all or dangerous to look at: that is refused when it is saved and not only when it is published.
 */
@ApplicationScoped
public class DraftContentParser {

    /** What the families' rules find that no draft may hold either. */
    private static final Set<String> NEVER = Set.of(
            "raw-html",
            "link-not-allowed",
            "image-in-prose",
            "too-long",
            "too-many",
            "control-character",
            "not-on-earth");

    private final ContentFamilyRegistry families;
    private final LanguagePolicy languages;
    private final ConfidentialPlaceGuard places;

    @Inject
    DraftContentParser(ContentFamilyRegistry families, LanguagePolicy languages, ConfidentialPlaceGuard places) {
        this.families = families;
        this.languages = languages;
        this.places = places;
    }

    /**
     * The content as the store writes it.
     *
     * @throws org.putokaz.problem.ProblemException 400 when it cannot be read, 422 when no draft may hold it; each with
     *     its pointer below {@code /content}
     */
    JsonNode parse(String family, UUID id, JsonNode sent) {
        return parse(families.get(family), id, DraftTextScanner.toNfc(sent));
    }

    private <C extends Record> JsonNode parse(ContentFamily<C> family, UUID id, JsonNode sent) {
        C content;
        try {
            content = StrictJsonMapper.convert(sent, family.contentType());
        } catch (StrictJsonMapper.MismatchException mismatch) {
            throw ProblemType.MALFORMED_REQUEST.with(toEntryPointer(mismatch.violation()));
        }
        ContentViolations check = new ContentViolations(languages);
        family.validate(content, check);
        List<Violation> dangerous = check.violations().stream()
                .filter(violation -> NEVER.contains(violation.reason().code()))
                .map(DraftContentParser::toEntryPointer)
                .toList();
        if (!dangerous.isEmpty()) {
            throw ProblemType.INVALID_CONTENT.with(dangerous);
        }
        places.refuse(id, family.locationPrivacy(id, content));
        return ContentJson.tree(content);
    }

    /** What the store says of content, in terms of what editors send: the slug and the note stand beside the content. */
    public static Violation toEntryPointer(Violation violation) {
        boolean beside = violation.location().equals("/slug")
                || violation.location().startsWith("/note")
                || violation.location().startsWith("/replacedBy")
                || violation.location().equals("/id");
        return beside ? violation : Violation.at("/content" + violation.location(), violation.reason());
    }
}
