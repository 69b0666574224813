package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.LanguagePolicy;

/** Resolver of the display name of a draft, which may be incomplete. */
@ApplicationScoped
class DraftNameResolver {

    /** The fields that hold the name of an entry, one per family. */
    private static final List<String> NAME_FIELDS = List.of("name", "title", "label");

    private final LanguagePolicy languages;

    @Inject
    DraftNameResolver(LanguagePolicy languages) {
        this.languages = languages;
    }

    /** The name in the authoritative language; null when it has none yet. */
    @Nullable
    String resolve(JsonNode content) {
        return NAME_FIELDS.stream()
                .map(field -> content.path(field).path(languages.authoritative().tag()))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElse(null);
    }
}
