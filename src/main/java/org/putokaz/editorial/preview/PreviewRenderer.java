package org.putokaz.editorial.preview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.putokaz.editorial.draft.ContentValidator;
import org.putokaz.editorial.draft.DraftContentParser;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.ContentJson;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.write.LiveStore;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Renderer of an unpublished revision as the public API would show it once published. */
@ApplicationScoped
class PreviewRenderer {

    private final ContentFamilyRegistry families;
    private final ContentValidator validator;
    private final LiveStore store;

    @Inject
    PreviewRenderer(ContentFamilyRegistry families, ContentValidator validator, LiveStore store) {
        this.families = families;
        this.validator = validator;
        this.store = store;
    }

    /** @throws org.putokaz.problem.ProblemException 422 when the content breaks a rule of its family */
    void requireComplete(String family, Revision revision) {
        List<Violation> violations = validator.findViolations(family, revision.content());
        if (!violations.isEmpty()) {
            throw ProblemType.INVALID_CONTENT.with(
                    violations.stream().map(DraftContentParser::toEntryPointer).toList());
        }
    }

    /** @return the public view of the family, in the language of the request */
    Record render(EditorialEntry entry, Revision revision, RequestContext request) {
        requireComplete(entry.family, revision);
        return render(families.get(entry.family), entry, revision, request);
    }

    private <C extends Record> Record render(
            ContentFamily<C> family, EditorialEntry entry, Revision revision, RequestContext request) {
        C content = ContentJson.read(revision.content(), family.contentType());
        String slug = Objects.requireNonNullElse(revision.slug, entry.id.toString());
        LiveEntry preview = store.previewOf(family, entry.id, slug, validator.withInheritedFacts(family, content));
        return family.views(List.of(preview), request).get(0);
    }
}
