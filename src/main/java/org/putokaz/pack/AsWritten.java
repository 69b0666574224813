package org.putokaz.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.putokaz.live.Documents;
import org.putokaz.live.Family;
import org.putokaz.live.Underivation;
import org.putokaz.locale.Language;
import org.putokaz.locale.Languages;

/**
 * A content as people write it: without the Latin that is derived from its Cyrillic anyway, so that whoever corrects the one
 * in a file does not leave the other behind, and with the languages in the order in which they are offered.
 */
final class AsWritten {

    private final Languages languages;

    AsWritten(Languages languages) {
        this.languages = languages;
    }

    /** @param content as the store holds it; is not changed */
    <C extends Record> JsonNode of(JsonNode content, Family<C> family) {
        C typed = Documents.read(content, family.contentType());
        return inOrder(Documents.tree(family.derived(typed, new Underivation())));
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
