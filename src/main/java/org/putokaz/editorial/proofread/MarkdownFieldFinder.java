package org.putokaz.editorial.proofread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.locale.LocalisedText;

/** Collector of the CommonMark texts of a content: those that its family derives as prose. */
public final class MarkdownFieldFinder extends LanguageDerivation {

    private final Set<JsonNode> found = new HashSet<>();

    /** The localised texts of the content that are CommonMark. */
    public static <C extends Record> Set<JsonNode> find(ContentFamily<C> family, JsonNode content) {
        MarkdownFieldFinder finder = new MarkdownFieldFinder();
        family.applyDerivation(ContentJson.read(content, family.contentType()), finder);
        return finder.found;
    }

    @Override
    public @Nullable LocalisedText prose(@Nullable LocalisedText text) {
        if (text != null) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            text.texts().forEach((language, words) -> node.put(language.tag(), words));
            found.add(node);
        }
        return text;
    }
}
