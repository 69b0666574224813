package org.putokaz.live.write;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.locale.LocalisedText;

/** Change of one entry in the published store: publication of a content, or withdrawal. */
public sealed interface StoreChange {

    UUID id();

    Importance importance();

    /** Description of the change for consumers of the feed. */
    @Nullable
    LocalisedText note();

    /** Publication of a content, in place of the content published before. */
    record Publish<C extends Record>(
            ContentFamily<C> family,
            UUID id,
            String slug,
            C content,
            Importance importance,
            @Nullable LocalisedText note)
            implements StoreChange {}

    /** Withdrawal; the entry is answered with 410 from then on. */
    record Withdraw(
            UUID id,
            WithdrawalReason reason,
            @Nullable UUID replacedBy,
            Importance importance,
            @Nullable LocalisedText note)
            implements StoreChange {}
}
