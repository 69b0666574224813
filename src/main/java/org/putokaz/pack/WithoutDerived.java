package org.putokaz.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.putokaz.live.Derivation;
import org.putokaz.live.Documents;
import org.putokaz.live.Family;
import org.putokaz.locale.DerivedLatin;
import org.putokaz.locale.Language;
import org.putokaz.locale.Languages;
import org.putokaz.locale.LocalisedText;

/**
 * A content as people write it: without the Latin that would be derived from its Cyrillic anyway, so that whoever corrects
 * the one in a file does not leave the other behind. Latin that somebody wrote otherwise stays.
 */
final class WithoutDerived {

    private static final String LATIN = Language.SR_LATN.tag();
    private static final String CYRILLIC = Language.SR_CYRL.tag();

    private final Languages languages;

    WithoutDerived(Languages languages) {
        this.languages = languages;
    }

    /** @param content as the store holds it; is not changed */
    ObjectNode of(JsonNode content, Family<?> family) {
        JsonNode bare = content.deepCopy();
        strip(bare);
        JsonNode derived = derived(bare, family);
        ObjectNode written = content.deepCopy();
        dropEqual(written, derived);
        return written;
    }

    /** The same for one line of text; the tree is changed. */
    void note(ObjectNode tree, LocalisedText note) {
        note.get(Language.SR_CYRL)
                .map(cyrillic -> DerivedLatin.plain(LocalisedText.of(Language.SR_CYRL, cyrillic)))
                .filter(derived -> derived.get(Language.SR_LATN).equals(note.get(Language.SR_LATN)))
                .ifPresent(same -> tree.remove(LATIN));
        sort(tree);
    }

    private static <C extends Record> JsonNode derived(JsonNode bare, Family<C> family) {
        return Documents.tree(family.derived(Documents.read(bare, family.contentType()), new Derivation()));
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object && object.has(CYRILLIC)) {
            object.remove(LATIN);
        }
        node.forEach(WithoutDerived::strip);
    }

    /** Takes away what the derived content says alike, and puts languages in the order in which they are offered. */
    private void dropEqual(JsonNode node, JsonNode derived) {
        if (node instanceof ObjectNode object) {
            if (object.has(CYRILLIC) && object.has(LATIN) && object.get(LATIN).equals(derived.get(LATIN))) {
                object.remove(LATIN);
            }
            if (object.has(languages.authoritative().tag())) {
                sort(object);
            }
            object.properties().forEach(member -> dropEqual(member.getValue(), derived.path(member.getKey())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                dropEqual(array.get(i), derived.path(i));
            }
        }
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
