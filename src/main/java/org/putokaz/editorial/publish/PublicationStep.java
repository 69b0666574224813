package org.putokaz.editorial.publish;

import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.locale.LocalisedText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry to be published or withdrawn, by itself or with others.
 *
 * @param revision which one to publish; null is the newest
 * @param note what changed, for partners who keep a copy; public
 * @param reason why it is withdrawn; null when it is published
 */
public record PublicationStep(
        UUID entry,
        Action action,
        @Nullable Integer revision,
        Importance importance,
        @Nullable LocalisedText note,
        @Nullable WithdrawalReason reason,
        @Nullable UUID replacedBy) {

    public enum Action implements org.putokaz.common.WireEnum {
        PUBLISH,
        WITHDRAW
    }
}
