package org.putokaz.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.WireEnum;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.locale.LocalisedText;

/** Self-contained change of an entry: no second request is needed to apply it to a copy. */
@Schema(name = "Change", description = "What has become of an entry.")
public record ChangeView(
        @Schema(
                description =
                        "Its place in the feed; grows with each change, and is never used twice. A later change of"
                                + " the same entry takes its place.",
                examples = "14")
        long position,

        @Schema(description = "The family's name, as in its URL.", examples = "contact-channels")
        String family,

        UUID id,

        @Schema(
                description =
                        "With `remove`, its last one; the id where the slug was removed because it can name a place.",
                examples = "kontakt-telefon-centra")
        String slug,

        @Schema(description = "`upsert`: keep `content` in place of what you have. `remove`: keep it no longer.")
        Op op,

        @Schema(description = "With `remove`, why.") @Nullable
        WithdrawalReason reason,

        @Schema(description = "With `remove`, the id of the entry that stands in its place, where there is one.")
        @Nullable
        UUID replacedBy,

        @Schema(
                description = "Whether anything since the token that was asked with is more than a correction of the"
                        + " wording. Appearing and disappearing always is.")
        Importance importance,

        @Schema(
                description = "What its editor says of the change; of the last one that was major, if any was. In each"
                        + " language; null where nothing was said.",
                ref = "LocalisedNote")
        @Nullable
        LocalisedText note,

        Instant publishedAt,

        @Schema(
                description =
                        "With `upsert`, the entry in all languages at once. What is empty or was never said is left"
                                + " out.",
                ref = "PublishedContent")
        @Nullable
        JsonNode content,

        @Schema(
                description = "With `upsert` of a contact channel, its value as machines want it; null for the other"
                        + " families.",
                ref = "ChannelAddress")
        @Nullable
        Record address) {

    /** Operation to apply to a copy of the entry. */
    @Schema(name = "ChangeOp")
    public enum Op implements WireEnum {
        UPSERT,
        REMOVE
    }
}
