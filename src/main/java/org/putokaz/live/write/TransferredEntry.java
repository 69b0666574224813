package org.putokaz.live.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.Importance;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.locale.LocalisedText;

/**
 * Entry in the form in which it is transferred between stores, with its history.
 *
 * @param content as {@link ContentJson#tree} writes it, with or without derived languages; null for a tombstone
 * @param note description of the last change
 */
public record TransferredEntry(
        ContentFamily<?> family,
        UUID id,
        String slug,
        @Nullable JsonNode content,
        Importance importance,
        @Nullable LocalisedText note,
        EntryHistory history) {}
