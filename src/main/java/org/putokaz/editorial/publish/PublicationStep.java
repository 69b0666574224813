package org.putokaz.editorial.publish;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.WireEnum;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;

/**
 * Publication or withdrawal of one entry, alone or with others.
 *
 * @param revision the number of the revision to publish, null for the newest; or of the one that the public must still
 *     see when it is withdrawn, null for any
 * @param note what changed, for partners who keep a copy; public
 * @param reason why the entry is withdrawn; null when it is published
 * @param replacedBy id of the published entry that replaces a withdrawn one
 * @param stillCurrent languages whose translations are confirmed, though the authoritative text changed
 * @param redactSlug whether a withdrawal for safety removes the slugs as well
 */
public record PublicationStep(
        UUID entry,
        Action action,
        @Nullable Integer revision,
        Importance importance,
        @Nullable LocalisedText note,
        @Nullable WithdrawalReason reason,
        @Nullable UUID replacedBy,
        List<Language> stillCurrent,
        boolean redactSlug) {

    public PublicationStep {
        stillCurrent = stillCurrent == null ? List.of() : List.copyOf(stillCurrent);
    }

    /** A step that confirms no translation and keeps the slugs. */
    public PublicationStep(
            UUID entry,
            Action action,
            @Nullable Integer revision,
            Importance importance,
            @Nullable LocalisedText note,
            @Nullable WithdrawalReason reason,
            @Nullable UUID replacedBy) {
        this(entry, action, revision, importance, note, reason, replacedBy, List.of(), false);
    }

    public enum Action implements WireEnum {
        PUBLISH,
        WITHDRAW
    }

    /** The number of the revision that the step names, otherwise that of the newest one. */
    public int revisionOrNewest(EditorialEntry stepEntry) {
        return Objects.requireNonNullElse(revision, stepEntry.newestRevision);
    }
}
