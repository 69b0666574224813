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
 * A content as people write it: without the Latin that is derived from its Cyrillic anyway, so that whoever corrects the one
 * in a file does not leave the other behind, and with the languages in the order in which they are offered.
 */
final class AuthoredContent {

    private final LanguagePolicy languages;

    AuthoredContent(LanguagePolicy languages) {
        this.languages = languages;
    }

    /** @param content as the store holds it; is not changed */
    <C extends Record> JsonNode of(JsonNode content, ContentFamily<C> family) {
        C typed = ContentJson.read(content, family.contentType());
        return inOrder(ContentJson.tree(family.derived(typed, new DerivedLanguageRemover())));
    }

    /** The same tree, in which each localised text begins with the language that is offered first. */
    JsonNode inOrder(JsonNode tree) {
        if (tree instanceof ObjectNode object
                && object.has(languages.authoritative().tag())) {
            sort(object);
        }
        tree.forEach(this::inOrder);
        return tree;
    }

    private void sort(ObjectNode text) {
        TreeMap<String, JsonNode> left = new TreeMap<>();
        text.properties().forEach(member -> left.put(member.getKey(), member.getValue()));
        text.removeAll();
        for (Language language : languages.offered()) {
            JsonNode value = left.remove(language.tag());
            if (value != null) {
                text.set(language.tag(), value);
            }
        }
        left.forEach(text::set);
    }
}
