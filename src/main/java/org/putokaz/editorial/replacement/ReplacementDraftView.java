package org.putokaz.editorial.replacement;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** View of a draft that a publishing set has made. */
@Schema(
        name = "ReplacementDraft",
        description = "A draft that a set made of an entry, so that it names the replacement.")
public record ReplacementDraftView(
        UUID entry,
        String family,
        @Nullable String slug,

        @Schema(description = "What it is called, in the authoritative language; null when it has no name.") @Nullable
        String name,

        @Schema(description = "The revision that the set made.")
        int revision,

        @Schema(description = "The newest revision before it, which is saved again when the set is cancelled.")
        int earlierRevision,

        @Schema(description = "What became of the draft when the set was cancelled; null until then.") @Nullable
        ReplacementDraftOutcome outcome,

        @Schema(description = "The outcome for people, in the language of the answer; null until then.") @Nullable
        String message) {}
