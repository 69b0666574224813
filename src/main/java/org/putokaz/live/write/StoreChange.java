package org.putokaz.live.write;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.locale.LocalisedText;

/** One thing to be done to the public store: show a state of an entry, or stop showing it. */
public sealed interface StoreChange {

    UUID id();

    Importance importance();

    /** What changed, in a sentence for partners. */
    @Nullable
    LocalisedText note();

    /** Make this content what the public sees of the entry. */
    record Publish<C extends Record>(
            ContentFamily<C> family,
            UUID id,
            String slug,
            C content,
            Importance importance,
            @Nullable LocalisedText note)
            implements StoreChange {}

    /** Stop showing the entry; it answers "gone" from then on. */
    record Withdraw(
            UUID id,
            WithdrawalReason reason,
            @Nullable UUID replacedBy,
            Importance importance,
            @Nullable LocalisedText note)
            implements StoreChange {}
}
