package org.putokaz.editorial.draft;

import org.putokaz.locale.LanguagePolicy;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a draft is called, complete or not. */
@ApplicationScoped
class DraftNameResolver {

    /** What the families call the name of an entry. */
    private static final List<String> FIELDS = List.of("name", "title", "label");

    private final LanguagePolicy languages;

    @Inject
    DraftNameResolver(LanguagePolicy languages) {
        this.languages = languages;
    }

    /** The name in the authoritative language; null where it has none yet. */
    @Nullable
    String resolve(JsonNode content) {
        return FIELDS.stream()
                .map(field -> content.path(field).path(languages.authoritative().tag()))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElse(null);
    }
}
