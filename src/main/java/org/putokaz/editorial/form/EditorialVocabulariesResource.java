package org.putokaz.editorial.form;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.putokaz.common.Vocabulary;
import org.putokaz.editorial.check.TranslationState;
import org.putokaz.editorial.entry.CommentKind;
import org.putokaz.editorial.entry.EntryAction;
import org.putokaz.editorial.entry.PublicState;
import org.putokaz.editorial.entry.Stage;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.replacement.CancelledDrafts;
import org.putokaz.editorial.replacement.ReplacementDraftOutcome;
import org.putokaz.editorial.schedule.ScheduleState;
import org.putokaz.editorial.set.PublishingSetStatus;
import org.putokaz.editorial.transfer.ImportReport;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.vocabulary.VocabularyViewMapper;
import org.putokaz.live.family.ContentVocabularies;
import org.putokaz.security.Role;

/**
 * Resource of {@code /editorial/v1/vocabularies}: the {@link ContentVocabularies} and the enumerations of the editorial
 * API, with their labels.
 */
@RolesAllowed(Role.Names.EDITOR)
class EditorialVocabulariesResource implements EditorialVocabulariesApi {

    private static final List<Vocabulary> EDITORIAL = List.of(
            Vocabulary.of("stages", Stage.values()),
            Vocabulary.of("public-states", PublicState.values()),
            Vocabulary.of("translation-states", TranslationState.values()),
            Vocabulary.of("entry-actions", EntryAction.values()),
            Vocabulary.of("comment-kinds", CommentKind.values()),
            Vocabulary.of("step-actions", PublicationStep.Action.values()),
            Vocabulary.of("schedule-states", ScheduleState.values()),
            Vocabulary.of("set-statuses", PublishingSetStatus.values()),
            Vocabulary.of("cancelled-drafts", CancelledDrafts.values()),
            Vocabulary.of("replacement-outcomes", ReplacementDraftOutcome.values()),
            Vocabulary.of("import-outcomes", ImportReport.Outcome.values()),
            Vocabulary.of("roles", Role.values()));

    private final ContentVocabularies content;
    private final VocabularyViewMapper views;
    private final RequestContext request;

    @Inject
    EditorialVocabulariesResource(ContentVocabularies content, VocabularyViewMapper views, RequestContext request) {
        this.content = content;
        this.views = views;
        this.request = request;
    }

    @Override
    public EditorialVocabularyList list(ContentSchemasApi.LanguageParameter parameters) {
        List<Vocabulary> all =
                Stream.concat(content.all().stream(), EDITORIAL.stream()).toList();
        return new EditorialVocabularyList(views.views(all, request.language()));
    }
}
