package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.UuidV7;
import org.putokaz.http.request.StrictJsonMapper;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/**
 * Parser of the content of a draft. A draft may be incomplete, but its content must have the shape of the family, and
 * it must not hold what is unsafe to display or disclose a confidential unit: that is refused when the draft is saved,
 * not only when it is published.
 */
@ApplicationScoped
public class DraftContentParser {

    /** Codes of the family rules that hold for drafts too. */
    private static final Set<String> CODES_REFUSED_IN_DRAFTS = Set.of(
            "raw-html",
            "link-not-allowed",
            "image-in-prose",
            "too-long",
            "too-many",
            "control-character",
            "not-on-earth");

    private final ContentFamilyRegistry families;
    private final ContentValidator validator;
    private final ConfidentialPlaceGuard confidentialPlaces;
    private final DraftPartAllocator parts;
    private final Clock clock;

    @Inject
    DraftContentParser(
            ContentFamilyRegistry families,
            ContentValidator validator,
            ConfidentialPlaceGuard confidentialPlaces,
            DraftPartAllocator parts,
            Clock clock) {
        this.families = families;
        this.validator = validator;
        this.confidentialPlaces = confidentialPlaces;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * The content in the form in which the store writes it, its texts in Unicode normalisation form C.
     *
     * @param id of the entry
     * @param previous the content of the revision before, whose parts keep their ids and slugs; null for the first one
     * @throws org.putokaz.problem.ProblemException 400 when it has not the shape of the family, 422 when no draft may
     *     hold it; the pointers begin with {@code /content}
     */
    JsonNode parse(String family, UUID id, JsonNode content, @Nullable JsonNode previous) {
        ContentFamily<?> type = families.get(family);
        JsonNode parsed = parse(type, id, DraftTextScanner.toNfc(content));
        return parts.allocate(parsed, type.subEntriesField(), previous, () -> UuidV7.generate(clock.instant()));
    }

    private <C extends Record> JsonNode parse(ContentFamily<C> family, UUID id, JsonNode json) {
        C content;
        try {
            content = StrictJsonMapper.convert(json, family.contentType());
        } catch (StrictJsonMapper.MismatchException mismatch) {
            throw ProblemType.MALFORMED_REQUEST.with(toEntryPointer(mismatch.violation()));
        }
        List<Violation> refused = validator.findViolations(family, content).stream()
                .filter(violation ->
                        CODES_REFUSED_IN_DRAFTS.contains(violation.reason().code()))
                .map(DraftContentParser::toEntryPointer)
                .toList();
        if (!refused.isEmpty()) {
            throw ProblemType.INVALID_CONTENT.with(refused);
        }
        confidentialPlaces.requireNoDisclosure(id, family.locationPrivacy(id, content));
        return ContentJson.tree(content);
    }

    /**
     * A violation found by the store, with its pointer from the top of the entry and not of its content. The slug, the
     * note, the replacement and the id are beside the content already.
     */
    public static Violation toEntryPointer(Violation violation) {
        String pointer = violation.location();
        boolean outsideContent = pointer.equals("/slug")
                || pointer.startsWith("/note")
                || pointer.startsWith("/replacedBy")
                || pointer.equals("/id");
        return outsideContent ? violation : Violation.at("/content" + pointer, violation.reason());
    }
}
