package org.putokaz.sync.feed;

import org.putokaz.live.ContentJson;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes changes out of entries. */
@ApplicationScoped
public class ChangeViewMapper {

    private final ContentFamilyRegistry families;

    @Inject
    ChangeViewMapper(ContentFamilyRegistry families) {
        this.families = families;
    }

    /** @param since the position that the reader comes from: what is major is seen from there */
    public ChangeView of(LiveEntry entry, long since) {
        Content content = content(entry);
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

    private static @Nullable WithdrawalReason reason(@Nullable String token) {
        return token == null ? null : WithdrawalReason.valueOf(token.toUpperCase(Locale.ROOT));
    }

    /** What an entry says, and how it is reached where it is a way to reach somebody. */
    public record Content(
            @Nullable JsonNode document, @Nullable Record address) {}

    public Content content(LiveEntry entry) {
        String document = entry.document();
        return document == null
                ? new Content(null, null)
                : content(families.get(entry.family()), ContentJson.parse(document));
    }

    private static <C extends Record> Content content(ContentFamily<C> family, JsonNode document) {
        return new Content(document, family.dialableAddress(ContentJson.read(document, family.contentType())));
    }
}
