package org.putokaz.guide;

import org.putokaz.http.request.RequestContext;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.http.view.Localisation;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a reader gets of one step by itself, with the way to the ones before and after it. */
@Schema(name = "HelpGuideStep")
record StepView(
        UUID id,
        @Schema(examples = "sta-raditi") String slug,

        @Schema(description = "Id of the guide it is part of.")
        UUID guide,

        @Schema(description = "1 is the first.") int number,
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

    /** @param place from 0 */
    static StepView of(LiveEntry entry, GuideContent guide, int place, RequestContext reader) {
        GuideContent.Step step = guide.steps().get(place);
        EntryLocaliser reading = new EntryLocaliser(reader);
        return new StepView(
                Objects.requireNonNull(step.id()),
                Objects.requireNonNull(step.slug()),
                entry.id(),
                place + 1,
                reading.required("/title", Objects.requireNonNull(step.title())),
                reading.required("/body", Objects.requireNonNull(step.body())),
                step.contactChannels(),
                entry.publishedAt(),
                new StepLinks(
                        link(entry.slug(), step.slug()).self(),
                        SelfLink.of(GuideFamily.NAME, entry.slug()).self(),
                        neighbour(entry, guide, place - 1),
                        neighbour(entry, guide, place + 1)),
                reading.localisation(),
                null);
    }

    private static @Nullable String neighbour(LiveEntry entry, GuideContent guide, int place) {
        return place < 0 || place >= guide.steps().size()
                ? null
                : link(
                                entry.slug(),
                                Objects.requireNonNull(guide.steps().get(place).slug()))
                        .self();
    }

    static SelfLink link(String guide, String step) {
        return new SelfLink("/api/v1/help-guides/" + guide + "/steps/" + step);
    }

    StepView withIncluded(@Nullable Map<String, List<? extends Record>> more) {
        return new StepView(
                id, slug, guide, number, title, body, contactChannels, publishedAt, links, localisation, more);
    }
}
