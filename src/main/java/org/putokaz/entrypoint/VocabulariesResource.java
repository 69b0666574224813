package org.putokaz.entrypoint;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.vocabulary.VocabularyViewMapper;
import org.putokaz.live.family.ContentVocabularies;

/** Resource of {@code /api/v1/vocabularies}: the {@link ContentVocabularies}, with their labels. */
@PermitAll
class VocabulariesResource implements VocabulariesApi {

    static final String PATH = "/api/v1/vocabularies";

    private final ContentVocabularies vocabularies;
    private final VocabularyViewMapper views;
    private final RequestContext request;

    @Inject
    VocabulariesResource(ContentVocabularies vocabularies, VocabularyViewMapper views, RequestContext request) {
        this.vocabularies = vocabularies;
        this.views = views;
        this.request = request;
    }

    @Override
    public VocabularyList list(VocabularyParameters parameters) {
        return new VocabularyList(views.views(vocabularies.all(), request.language()));
    }
}
