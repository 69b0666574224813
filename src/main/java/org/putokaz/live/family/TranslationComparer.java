package org.putokaz.live.family;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.OutdatedTexts;

/**
 * Comparer of two states of a content that finds translations which were left as they were while the text in the
 * authoritative language changed. A translation stays outdated until it changes or is confirmed.
 *
 * <p>Items of lists that have an {@code id} are compared by it, so that moving a step of a guide changes nothing.
 */
public final class TranslationComparer {

    private final String authoritative;
    private final Set<String> confirmed;

    /**
     * @param authoritative tag of the language that the others are translated from
     * @param confirmed tags of the languages whose texts an editor has confirmed to be right still
     */
    public TranslationComparer(String authoritative, Set<String> confirmed) {
        this.authoritative = authoritative;
        this.confirmed = Set.copyOf(confirmed);
    }

    /** A localised text and its place. */
    private record Text(String pointer, JsonNode byLanguage) {}

    /**
     * The outdated texts of the later content.
     *
     * @param before the earlier content with the derived languages; null when there is none
     * @param outdatedBefore of the earlier content
     */
    public OutdatedTexts compare(@Nullable JsonNode before, OutdatedTexts outdatedBefore, JsonNode after) {
        if (before == null) {
            return OutdatedTexts.NONE;
        }
        Map<String, Text> earlier = texts(before);
        Map<String, List<String>> outdated = new TreeMap<>();
        texts(after).forEach((key, text) -> {
            Text old = earlier.get(key);
            if (old != null) {
                text.byLanguage.properties().forEach(translation -> {
                    String language = translation.getKey();
                    if (isOutdated(language, old, text, outdatedBefore)) {
                        outdated.computeIfAbsent(language, none -> new ArrayList<>())
                                .add(text.pointer);
                    }
                });
            }
        });
        return new OutdatedTexts(outdated);
    }

    /** Whether any text of the content is not there in a language. */
    public boolean isMissing(JsonNode content, String language) {
        return texts(content).values().stream()
                .anyMatch(text -> !text.byLanguage.path(language).isTextual());
    }

    /** Tags of the languages in which the content has any text. */
    public Set<String> languages(JsonNode content) {
        Set<String> languages = new TreeSet<>();
        texts(content)
                .values()
                .forEach(text ->
                        text.byLanguage.properties().forEach(translation -> languages.add(translation.getKey())));
        return languages;
    }

    private boolean isOutdated(String language, Text old, Text text, OutdatedTexts outdatedBefore) {
        JsonNode translation = text.byLanguage.get(language);
        if (language.equals(authoritative)
                || confirmed.contains(language)
                || !translation.equals(old.byLanguage.get(language))) {
            return false;
        }
        boolean changed = !text.byLanguage.path(authoritative).equals(old.byLanguage.path(authoritative));
        return changed || outdatedBefore.in(language).contains(old.pointer);
    }

    private Map<String, Text> texts(JsonNode content) {
        Map<String, Text> texts = new LinkedHashMap<>();
        collect(content, "", "", texts);
        return texts;
    }

    private void collect(JsonNode node, String key, String pointer, Map<String, Text> texts) {
        if (node.isObject() && node.path(authoritative).isTextual()) {
            texts.put(key, new Text(pointer, node));
            return;
        }
        node.properties()
                .forEach(member -> collect(
                        member.getValue(), key + "/" + member.getKey(), pointer + "/" + member.getKey(), texts));
        if (node.isArray()) {
            Map<String, Integer> seen = new HashMap<>();
            for (int i = 0; i < node.size(); i++) {
                String id = node.get(i).path("id").asText("#" + i);
                String itemKey = key + "/" + id + (seen.merge(id, 1, Integer::sum) > 1 ? "#" + i : "");
                collect(node.get(i), itemKey, pointer + "/" + i, texts);
            }
        }
    }
}
