package org.putokaz.live.write;

import java.util.Set;
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

    /**
     * Publication of a content, in place of the content published before.
     *
     * @param stillCurrent tags of the languages whose translations an editor has confirmed, though the authoritative text
     *     changed
     */
    record Publish<C extends Record>(
            ContentFamily<C> family,
            UUID id,
            String slug,
            C content,
            Importance importance,
            @Nullable LocalisedText note,
            Set<String> stillCurrent)
            implements StoreChange {

        /** A publication that confirms no translation. */
        public Publish(
                ContentFamily<C> family,
                UUID id,
                String slug,
                C content,
                Importance importance,
                @Nullable LocalisedText note) {
            this(family, id, slug, content, importance, note, Set.of());
        }
    }

    /** Withdrawal; the entry is answered with 410 from then on. */
    record Withdraw(
            UUID id,
            WithdrawalReason reason,
            @Nullable UUID replacedBy,
            Importance importance,
            @Nullable LocalisedText note)
            implements StoreChange {}
}
