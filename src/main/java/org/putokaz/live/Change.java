package org.putokaz.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.LocalisedText;

/** One thing to be done to the public store: show a state of an entry, or stop showing it. */
public sealed interface Change {

    UUID id();

    Importance importance();

    /** What changed, in a sentence for partners. */
    @Nullable
    LocalisedText note();

    /** Make this content what the public sees of the entry. */
    record Publish<C extends Record>(
            Family<C> family,
            UUID id,
            String slug,
            C content,
            Importance importance,
            @Nullable LocalisedText note) implements Change {}

    /** Stop showing the entry; it answers "gone" from then on. */
    record Withdraw(
            UUID id,
            WithdrawalReason reason,
            @Nullable UUID replacedBy,
            Importance importance,
            @Nullable LocalisedText note)
            implements Change {}
}
