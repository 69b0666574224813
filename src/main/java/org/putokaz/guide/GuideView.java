package org.putokaz.guide;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.response.SerializedOnce;
import org.putokaz.http.view.AttachmentView;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.http.view.Localisation;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.Attachment;

/** JSON form of a help guide with all its steps in one language. */
@Schema(name = "HelpGuide", description = "What to do, step by step.")
@RecordBuilder
record GuideView(
        UUID id,
        @Schema(examples = "potrebna-ti-je-pomoc") String slug,
        String title,

        @Schema(description = "CommonMark without raw HTML.") @Nullable
        String summary,

        @Schema(description = "Whom it speaks to; `public` is everybody.")
        GuideAudience audience,

        @Schema(description = "Smaller comes first.") int sortOrder,

        @Schema(description = "In the order in which they are to be taken.")
        List<StepSummary> steps,

        @Schema(description = "Links to leaflets and other files.")
        List<AttachmentView> attachments,

        @Schema(description = "When the public last saw a change of this entry.")
        Instant publishedAt,

        SelfLink links,
        Localisation localisation,

        @Schema(ref = "Included") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Map<String, List<? extends Record>> included)
        implements SerializedOnce {

    @Schema(name = "HelpGuideStepInGuide")
    record StepSummary(
            UUID id,
            String slug,
            @Schema(description = "1 is the first.") int number,

            @Schema(
                    description = "`step`, or what the reader has to know or do first: `warning`, `emergency`.",
                    examples = "step")
            StepKind kind,

            String title,

            @Schema(description = "CommonMark without raw HTML.")
            String body,

            @Schema(description = "Ids of the channels this step sends the reader to.")
            List<UUID> contactChannels,

            SelfLink links) {}

    static GuideView of(LiveEntry entry, GuideContent guide, Set<UUID> unavailable, RequestContext request) {
        EntryLocaliser localiser = new EntryLocaliser(request).withOutdated(entry.outdatedIn(request.language()));
        return new GuideView(
                entry.id(),
                entry.slug(),
                localiser.required("/title", Objects.requireNonNull(guide.title())),
                localiser.text("/summary", guide.summary()),
                Objects.requireNonNull(guide.audience()),
                guide.sortOrder(),
                steps(entry, guide, unavailable, localiser),
                Attachment.views(guide.attachments(), localiser),
                entry.publishedAt(),
                SelfLink.of(GuideFamily.NAME, entry.slug()),
                localiser.localisation(),
                null);
    }

    private static List<StepSummary> steps(
            LiveEntry entry, GuideContent guide, Set<UUID> unavailable, EntryLocaliser localiser) {
        List<StepSummary> views = new ArrayList<>();
        for (GuideContent.Step step : guide.steps()) {
            String pointer = "/steps/" + views.size();
            views.add(new StepSummary(
                    Objects.requireNonNull(step.id()),
                    Objects.requireNonNull(step.slug()),
                    views.size() + 1,
                    step.kindOrDefault(),
                    localiser.required(pointer + "/title", Objects.requireNonNull(step.title())),
                    localiser.required(pointer + "/body", Objects.requireNonNull(step.body())),
                    step.channelsWithout(unavailable),
                    StepView.link(entry.slug(), step.slug())));
        }
        return views;
    }

    GuideView withIncluded(@Nullable Map<String, List<? extends Record>> more) {
        return more == null
                ? this
                : GuideViewBuilder.builder(this).included(more).build();
    }
}
