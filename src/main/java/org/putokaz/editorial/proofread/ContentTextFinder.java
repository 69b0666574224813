package org.putokaz.editorial.proofread;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.lint.TextKind;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/** Traversal of one content tree that collects every text, value, link and slug in it. */
public final class ContentTextFinder {

    /** Kinds of contact channels whose value is an address: one letter of another script makes it a different one. */
    private static final Set<String> ADDRESS_KINDS = Set.of("email", "web", "social", "chat");

    /** Schemes of identifiers that are digits of a register, which are no telephone number. */
    private static final Set<String> REGISTERS = Set.of("rs-mb", "rs-pib");

    private static final String VALUE = "value";
    private static final String URL = "url";
    private static final String SLUG = "slug";

    private final Set<String> languageTags;
    private final Set<JsonNode> markdownTexts;
    private final List<ContentText> texts = new ArrayList<>();

    private ContentTextFinder(LanguagePolicy languages, Set<JsonNode> markdownTexts) {
        this.languageTags = languages.offered().stream().map(Language::tag).collect(Collectors.toSet());
        this.markdownTexts = markdownTexts;
    }

    /**
     * The texts in their order.
     *
     * @param pointer to the content in the entry
     * @param markdownTexts the localised texts of the content that are CommonMark
     */
    public static List<ContentText> find(
            JsonNode content, String pointer, LanguagePolicy languages, Set<JsonNode> markdownTexts) {
        ContentTextFinder finder = new ContentTextFinder(languages, markdownTexts);
        finder.visit(content, pointer);
        return finder.texts;
    }

    private void visit(JsonNode node, String pointer) {
        if (isLocalisedText(node)) {
            visitLocalisedText(node, pointer);
        } else if (node.isObject()) {
            visitObject(node, pointer);
        } else {
            for (int i = 0; i < node.size(); i++) {
                visit(node.get(i), pointer + "/" + i);
            }
        }
    }

    private boolean isLocalisedText(JsonNode node) {
        return node.isObject()
                && !node.isEmpty()
                && node.properties().stream()
                        .allMatch(text -> languageTags.contains(text.getKey())
                                && text.getValue().isTextual());
    }

    private void visitLocalisedText(JsonNode node, String pointer) {
        TextKind kind = markdownTexts.contains(node) ? TextKind.PROSE : TextKind.LINE;
        for (Map.Entry<String, JsonNode> text : node.properties()) {
            String tag = text.getKey();
            texts.add(new ContentText(
                    pointer + "/" + tag,
                    Language.of(tag),
                    tag,
                    kind,
                    text.getValue().textValue()));
        }
    }

    private void visitObject(JsonNode node, String pointer) {
        boolean hasAddressValue = ADDRESS_KINDS.contains(node.path("kind").asText());
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            String memberPointer = pointer + "/" + JsonBodyReader.pointerToken(name);
            JsonNode value = member.getValue();
            if (name.equals(VALUE) && REGISTERS.contains(node.path("scheme").asText())) {
                continue;
            }
            if (value.isTextual() && Set.of(VALUE, URL, SLUG).contains(name)) {
                boolean isAddress = name.equals(URL) || hasAddressValue && name.equals(VALUE);
                TextKind kind = isAddress ? TextKind.ADDRESS : TextKind.LINE;
                texts.add(new ContentText(memberPointer, null, name, kind, value.textValue()));
            } else {
                visit(value, memberPointer);
            }
        }
    }
}
