package org.putokaz.pack.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.DerivedLanguageRemover;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/**
 * Converter of stored content to the form in which people write it: without the Latin that is derived from the
 * Cyrillic, which would be left wrong when the Cyrillic is corrected in a file, and with languages in the order of
 * the configuration.
 */
final class AuthoredContent {

    private final LanguagePolicy languages;

    AuthoredContent(LanguagePolicy languages) {
        this.languages = languages;
    }

    /** @param content as stored; it is not modified */
    <C extends Record> JsonNode from(JsonNode content, ContentFamily<C> family) {
        C typed = ContentJson.read(content, family.contentType());
        return sortLanguages(ContentJson.tree(family.applyDerivation(typed, new DerivedLanguageRemover())));
    }

    /** Sorts the languages of each localised text in the tree itself, in the order in which they are offered. */
    JsonNode sortLanguages(JsonNode tree) {
        if (tree instanceof ObjectNode object
                && object.has(languages.authoritative().tag())) {
            sortText(object);
        }
        tree.forEach(this::sortLanguages);
        return tree;
    }

    private void sortText(ObjectNode text) {
        TreeMap<String, JsonNode> remaining = new TreeMap<>();
        text.properties().forEach(member -> remaining.put(member.getKey(), member.getValue()));
        text.removeAll();
        for (Language language : languages.offered()) {
            JsonNode value = remaining.remove(language.tag());
            if (value != null) {
                text.set(language.tag(), value);
            }
        }
        remaining.forEach(text::set);
    }
}
