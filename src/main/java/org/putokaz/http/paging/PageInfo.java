package org.putokaz.http.paging;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Position of a page in its list.
 *
 * @param limit how many entries a page holds at most
 * @param next the cursor of the next page; null on the last one
 * @param total how many entries match; null unless asked for with {@code count=true}
 */
@Schema(name = "PageInfo")
public record PageInfo(
        @Schema(description = "How many entries a page holds at most.", examples = "20")
        int limit,

        @Schema(description = "The `cursor` of the next page; null on the last one.") @Nullable
        String next,

        @Schema(description = "How many entries match; null unless asked for with `count=true`.") @Nullable
        Long total) {}
