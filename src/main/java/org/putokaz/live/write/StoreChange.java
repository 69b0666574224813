package org.putokaz.live.write;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.locale.LocalisedText;

/** Change of one entry in the published store: publication of a content, withdrawal, or removal of a slug. */
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

    /**
     * Withdrawal; the entry is answered with 410 from then on.
     *
     * @param redactSlug whether all its slugs are removed, which are answered with 404 from then on
     */
    record Withdraw(
            UUID id,
            WithdrawalReason reason,
            @Nullable UUID replacedBy,
            Importance importance,
            @Nullable LocalisedText note,
            boolean redactSlug)
            implements StoreChange {

        /** A withdrawal that keeps the slugs. */
        public Withdraw(
                UUID id,
                WithdrawalReason reason,
                @Nullable UUID replacedBy,
                Importance importance,
                @Nullable LocalisedText note) {
            this(id, reason, replacedBy, importance, note, false);
        }
    }

    /**
     * Removal of all slugs of an entry that is withdrawn already. Its tombstone is reported again, at a new position and with
     * the reason {@code safety}.
     */
    record RedactSlug(UUID id, @Nullable LocalisedText note) implements StoreChange {

        @Override
        public Importance importance() {
            return Importance.MAJOR;
        }
    }
}
