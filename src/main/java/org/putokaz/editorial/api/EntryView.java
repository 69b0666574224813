package org.putokaz.editorial.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.check.ReferenceView;
import org.putokaz.editorial.check.TranslationState;
import org.putokaz.editorial.comment.OpenRejectionView;
import org.putokaz.editorial.entry.EntryAction;
import org.putokaz.editorial.entry.PublicState;
import org.putokaz.editorial.entry.Stage;
import org.putokaz.editorial.publish.FindingView;
import org.putokaz.editorial.publish.PublishabilityReport;
import org.putokaz.editorial.revision.ReviewView;
import org.putokaz.editorial.schedule.ScheduleView;
import org.putokaz.http.response.PrivateResponse;

/** Response with one entry, for editors. */
@Schema(name = "EditorialEntry", description = "An entry as its editors see it.")
public record EntryView(
        UUID id,
        String family,

        @Schema(description = "The last part of its address; null until somebody chose one.") @Nullable
        String slug,

        @Schema(description = "How far the newest revision has come.")
        Stage status,

        @Schema(description = "What the public sees of it now.")
        PublicState publicSees,

        @Schema(description = "The number of the newest revision, from 1.")
        int revision,

        @Schema(description = "What the public sees, or saw last; null when it was never published.") @Nullable
        LiveState live,

        @Schema(
                description =
                        "What will happen by itself, and when, or what came of the last such plan; null when none was made.")
        @Nullable
        ScheduleView schedule,

        @Schema(ref = "DraftContent") JsonNode content,
        PublishabilityReport publishable,

        @Schema(
                description =
                        "The newest revision's texts in each language but the original one, by BCP 47 tag: `current`,"
                                + " `outdated` when the original has changed since, `missing` when one is not there.")
        Map<String, TranslationState> translations,

        @Schema(
                description =
                        "What readers do not get of the published content, because entries that it names are withdrawn."
                                + " It stays here until another revision is published.")
        List<FindingView> attention,

        @Schema(
                description =
                        "The entries that name this one, when it is withdrawn or a dry run asks what would happen; at most"
                                + " a thousand. Null otherwise: see `/references`.")
        @Nullable
        List<ReferenceView> referencedBy,

        @Schema(
                description =
                        "What the client may do now with the entry and its newest revision, by role, stage and authorship."
                                + " Only the content can still speak against it: see `publishable`. What is not listed is"
                                + " refused with 403 or 409, `unschedule` with 404, and `schedule-publish` of a text that was"
                                + " taken out with 422.")
        List<EntryAction> allowedActions,

        @Schema(description = "The review that the newest revision had; null when it had none.") @Nullable
        ReviewView review,

        @Schema(
                description =
                        "Why it was rejected, also after later saves, until it is approved or published; null when"
                                + " no rejection is open.")
        @Nullable
        OpenRejectionView rejection,

        @Schema(description = "What the newest revision's author said of it, to other editors.") @Nullable
        String note,

        @Schema(description = "When it, or its state, was last changed.")
        Instant changedAt,

        @Schema(description = "By whom.") String changedBy,

        @Schema(hidden = true) @JsonIgnore String version,
        @Schema(hidden = true) @JsonIgnore String location)
        implements PrivateResponse {

    /** The revision that is public, or was so last. */
    @Schema(name = "LiveState")
    record LiveState(
            int revision,

            @Schema(description = "Its position in the change feed.")
            long position,

            @Schema(description = "Whether it is shown; false after it was withdrawn.")
            boolean shown,

            @Schema(description = "Since when that is so.") Instant since) {}
}
