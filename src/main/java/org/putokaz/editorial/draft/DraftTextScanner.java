package org.putokaz.editorial.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.putokaz.http.request.QueryParameterParser;

/**
 * Functions over the JSON of a draft of any family: Unicode normalisation, referenced ids, and the text to search in.
 */
final class DraftTextScanner {

    /** A telephone number, which is found without its spaces too. */
    private static final Pattern PHONE_NUMBER = Pattern.compile("[+0-9][-0-9 ()/.]{2,30}");

    private static final int MAX_SEARCH_TEXT_LENGTH = 200_000;

    private DraftTextScanner() {}

    /** The same with every text in Unicode normalisation form C, so that equal words are equal bytes. */
    static JsonNode toNfc(JsonNode node) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(Normalizer.normalize(node.textValue(), Normalizer.Form.NFC));
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> object.set(member.getKey(), toNfc(member.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(toNfc(item)));
            return array;
        }
        return node;
    }

    /** Every id that is the whole of a text. */
    static Set<UUID> referencedIds(JsonNode node) {
        Set<UUID> found = new TreeSet<>();
        collectIds(node, found);
        return found;
    }

    private static void collectIds(JsonNode node, Set<UUID> found) {
        if (node.isTextual() && QueryParameterParser.isId(node.textValue())) {
            found.add(UUID.fromString(node.textValue()));
        }
        node.forEach(child -> collectIds(child, found));
    }

    /** Slug and texts, folded by {@link SearchFolding}; cut at 200,000 characters. */
    static String searchText(String slug, JsonNode node) {
        StringBuilder words = new StringBuilder(slug);
        collectWords(node, words);
        String text =
                words.length() > MAX_SEARCH_TEXT_LENGTH ? words.substring(0, MAX_SEARCH_TEXT_LENGTH) : words.toString();
        return SearchFolding.fold(text);
    }

    private static void collectWords(JsonNode node, StringBuilder words) {
        if (node.isTextual()) {
            words.append('\n').append(node.textValue());
            if (PHONE_NUMBER.matcher(node.textValue()).matches()) {
                words.append('\n').append(node.textValue().replaceAll("[^0-9]", ""));
            }
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            collectWords(member.getValue(), words);
        }
        if (node.isArray()) {
            node.forEach(item -> collectWords(item, words));
        }
    }
}
