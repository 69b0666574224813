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
            @Schema(description = "Whether somebody answers now; null where the hours are not stated.") @Nullable
            Boolean openNow,

            @Schema(description = "When that changes next; null when it never does or the hours are not stated.")
            @Nullable
            Instant nextChange,

            ChannelView channel) {}
}
