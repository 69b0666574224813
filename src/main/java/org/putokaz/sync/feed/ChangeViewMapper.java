package org.putokaz.sync.feed;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;

/** Mapper from entries of the feed to changes. */
@ApplicationScoped
public class ChangeViewMapper {

    private final ContentFamilyRegistry families;

    @Inject
    ChangeViewMapper(ContentFamilyRegistry families) {
        this.families = families;
    }

    /** @param since the position from which the client reads; the importance covers all changes after it */
    public ChangeView toView(LiveEntry entry, long since) {
        EntryContent content = content(entry);
        return new ChangeView(
                entry.position(),
                entry.family(),
                entry.id(),
                entry.slug(),
                entry.live() ? ChangeView.Op.UPSERT : ChangeView.Op.REMOVE,
                reason(entry.reason()),
                entry.replacedBy(),
                entry.changeInfo().importanceSince(since),
                entry.changeInfo().noteSince(since),
                entry.publishedAt(),
                content.document(),
                content.address());
    }

    private static @Nullable WithdrawalReason reason(@Nullable String wireName) {
        return wireName == null ? null : WithdrawalReason.valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /**
     * Content of an entry in all languages.
     *
     * @param document null when the entry is withdrawn
     * @param address the dialable form of a contact channel; null for other families
     */
    public record EntryContent(
            @Nullable JsonNode document, @Nullable Record address) {}

    public EntryContent content(LiveEntry entry) {
        String document = entry.document();
        return document == null
                ? new EntryContent(null, null)
                : content(families.get(entry.family()), ContentJson.parse(document));
    }

    private static <C extends Record> EntryContent content(ContentFamily<C> family, JsonNode document) {
        return new EntryContent(document, family.dialableAddress(ContentJson.read(document, family.contentType())));
    }
}
