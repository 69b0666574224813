package org.putokaz.guide;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.http.view.Localisation;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.read.UnavailableReferences;

/** JSON form of one step of a guide in one language, with links to its neighbours. */
@Schema(name = "HelpGuideStep")
@RecordBuilder
record StepView(
        UUID id,
        @Schema(examples = "sta-raditi") String slug,

        @Schema(description = "Id of the guide it is part of.")
        UUID guide,

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

        @Schema(description = "When the public last saw a change of the guide.")
        Instant publishedAt,

        StepLinks links,
        Localisation localisation,

        @Schema(ref = "Included") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Map<String, List<? extends Record>> included) {

    @Schema(name = "HelpGuideStepLinks")
    record StepLinks(
            @Schema(description = "Path of this step on this server.")
            String self,

            @Schema(description = "Path of the guide.") String guide,

            @Schema(description = "Path of the step before; null on the first.") @Nullable
            String previous,

            @Schema(description = "Path of the step after; null on the last.") @Nullable
            String next) {}

    /** @param index of the step in the guide, from 0 */
    static StepView of(LiveEntry entry, GuideContent guide, int index, RequestContext request) {
        GuideContent.Step step = guide.steps().get(index);
        EntryLocaliser localiser =
                new EntryLocaliser(request).withOutdated(entry.outdatedIn(request.language(), "/steps/" + index));
        return new StepView(
                Objects.requireNonNull(step.id()),
                Objects.requireNonNull(step.slug()),
                entry.id(),
                index + 1,
                step.kindOrDefault(),
                localiser.required("/title", Objects.requireNonNull(step.title())),
                localiser.required("/body", Objects.requireNonNull(step.body())),
                step.channelsWithout(UnavailableReferences.find(entry, request)),
                entry.publishedAt(),
                new StepLinks(
                        link(entry.slug(), step.slug()).self(),
                        SelfLink.of(GuideFamily.NAME, entry.slug()).self(),
                        neighbour(entry, guide, index - 1),
                        neighbour(entry, guide, index + 1)),
                localiser.localisation(),
                null);
    }

    private static @Nullable String neighbour(LiveEntry entry, GuideContent guide, int index) {
        return index < 0 || index >= guide.steps().size()
                ? null
                : link(
                                entry.slug(),
                                Objects.requireNonNull(guide.steps().get(index).slug()))
                        .self();
    }

    static SelfLink link(String guide, String step) {
        return new SelfLink("/api/v1/help-guides/" + guide + "/steps/" + step);
    }

    StepView withIncluded(@Nullable Map<String, List<? extends Record>> more) {
        return StepViewBuilder.builder(this).included(more).build();
    }
}
