package org.putokaz.sync.feed;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.response.MultilingualResponse;

/** Page of the change feed. */
@Schema(name = "ChangePage", description = "A stretch of the feed, and where it goes on.")
public record ChangePage(
        @Schema(description = "In the order in which they were published; each entry at most once.")
        List<ChangeView> changes,

        @Schema(description = "The token to ask with next, as `since`. Keep it with your copy, in one transaction.")
        String next,

        @Schema(description = "Whether there was more already; then ask again at once.")
        boolean more)
        implements MultilingualResponse {}
