package org.putokaz.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.response.SerializedOnce;
import org.putokaz.http.view.AttachmentView;
import org.putokaz.http.view.DateView;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.http.view.Localisation;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.Attachment;

/** JSON form of a history event in one language. */
@Schema(name = "HistoryEvent", description = "Something that happened in the institution's history.")
@RecordBuilder
record EventView(
        UUID id,
        @Schema(examples = "osnivanje-centra") String slug,
        DateView date,

        @Schema(description = "What the date alone cannot say.") @Nullable
        String dateNote,

        String title,

        @Schema(description = "CommonMark without raw HTML.") @Nullable
        String body,

        EventCategory category,

        @Schema(description = "Ids of the units it concerns.")
        List<UUID> units,

        @Schema(description = "Where it can be read.") List<SourceView> sources,

        @Schema(description = "Links to leaflets and other files.")
        List<AttachmentView> attachments,

        @Schema(description = "Smaller comes first among events of the same date.")
        int sortOrder,

        @Schema(description = "When the public last saw a change of this entry.")
        Instant publishedAt,

        SelfLink links,
        Localisation localisation,

        @Schema(ref = "Included") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Map<String, List<? extends Record>> included)
        implements SerializedOnce {

    @Schema(name = "Source")
    record SourceView(String title, @Nullable String url) {}

    static EventView of(LiveEntry entry, EventContent event, RequestContext request) {
        EntryLocaliser localiser = new EntryLocaliser(request).withOutdated(entry.outdatedIn(request.language()));
        return new EventView(
                entry.id(),
                entry.slug(),
                Objects.requireNonNull(localiser.date(event.date())),
                localiser.text("/dateNote", event.dateNote()),
                localiser.required("/title", Objects.requireNonNull(event.title())),
                localiser.text("/body", event.body()),
                Objects.requireNonNull(event.category()),
                event.units(),
                sources(event, localiser),
                Attachment.views(event.attachments(), localiser),
                event.sortOrder(),
                entry.publishedAt(),
                SelfLink.of(EventFamily.NAME, entry.slug()),
                localiser.localisation(),
                null);
    }

    private static List<SourceView> sources(EventContent event, EntryLocaliser localiser) {
        List<SourceView> views = new ArrayList<>();
        for (EventContent.Source source : event.sources()) {
            String pointer = "/sources/" + views.size() + "/title";
            views.add(
                    new SourceView(localiser.required(pointer, Objects.requireNonNull(source.title())), source.url()));
        }
        return views;
    }

    EventView withIncluded(@Nullable Map<String, List<? extends Record>> more) {
        return more == null
                ? this
                : EventViewBuilder.builder(this).included(more).build();
    }
}
