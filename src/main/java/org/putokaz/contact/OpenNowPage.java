package org.putokaz.contact;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.paging.PagedResponse;

/** Page of contact channels with their state at the time of the request. */
@Schema(name = "ContactChannelStatePage")
record OpenNowPage(
        @Schema(description = "The moment the answer is for.")
        Instant at,

        List<ChannelState> data,
        PageInfo page) implements PagedResponse {

    @Schema(name = "ContactChannelState")
    record ChannelState(
            @Schema(
                    description =
                            "Whether somebody answers now, without an appointment and in the `language` asked for; null where"
                                    + " the hours are not stated, or none for this language.")
            @Nullable
            Boolean openNow,

            @Schema(
                    description =
                            "When that changes next, by whichever hours; null when it never does or the hours are not stated.")
            @Nullable
            Instant nextChange,

            @Schema(
                    description =
                            "The hours that are open now; of a closed channel those that open at `nextChange`. Empty where there are none.")
            List<Regime> regimes,

            ChannelView channel) {}

    @Schema(
            name = "ContactChannelRegime",
            description = "Which of the hours of a channel: its `hours` or one of its `additionalHours`.")
    record Regime(
            @Schema(description = "What is open in them; null where that is not said.", examples = "Legal advice")
            @Nullable
            String label,

            @Schema(
                    description =
                            "Languages in which somebody answers, as BCP 47 tags; empty where that is not stated.")
            List<String> languages) {}
}
