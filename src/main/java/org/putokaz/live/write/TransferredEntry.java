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
 * An entry as one store hands it to another, with its past, so that both give the same public answers.
 *
 * @param content as {@link ContentJson#tree} writes it, with derived languages or without; null for a tombstone
 * @param note what its last change was, for partners
 */
public record TransferredEntry(
        ContentFamily<?> family,
        UUID id,
        String slug,
        @Nullable JsonNode content,
        Importance importance,
        @Nullable LocalisedText note,
        EntryHistory past) {}
