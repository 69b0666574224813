package org.putokaz.editorial.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.lint.Linter;
import org.putokaz.lint.TextKind;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/** Traversal of one content tree that runs the linter over every text, address and link in it. */
final class ContentTreeLinter {

    /** Kinds of contact channels whose value is an address: one letter of another script makes it a different one. */
    private static final Set<String> ADDRESS_KINDS = Set.of("email", "web", "social", "chat");

    private final Linter linter;
    private final Set<String> languageTags;
    private final Language addressLanguage;
    private final Set<JsonNode> markdownTexts;
    private final List<LocatedFinding> findings = new ArrayList<>();

    /** @param markdownTexts the localised texts of the content that are CommonMark */
    ContentTreeLinter(Linter linter, LanguagePolicy languages, Set<JsonNode> markdownTexts) {
        this.linter = linter;
        this.languageTags = languages.offered().stream().map(Language::tag).collect(Collectors.toSet());
        this.addressLanguage = languages.authoritative();
        this.markdownTexts = markdownTexts;
    }

    /** @param pointer to the content in the entry */
    List<LocatedFinding> lint(JsonNode content, String pointer) {
        visit(content, pointer);
        return findings;
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
            Language language = Language.of(text.getKey());
            String words = text.getValue().textValue();
            String textPointer = pointer + "/" + text.getKey();
            lint(language, kind, words, textPointer);
            if (kind == TextKind.PROSE) {
                lintLinks(language, words, textPointer);
            }
        }
    }

    private void visitObject(JsonNode node, String pointer) {
        boolean hasAddressValue = ADDRESS_KINDS.contains(node.path("kind").asText());
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            String memberPointer = pointer + "/" + JsonBodyReader.pointerToken(name);
            boolean isAddress = name.equals("url") || hasAddressValue && name.equals("value");
            if (isAddress && member.getValue().isTextual()) {
                lint(addressLanguage, TextKind.ADDRESS, member.getValue().textValue(), memberPointer);
            } else {
                visit(member.getValue(), memberPointer);
            }
        }
    }

    private void lint(Language language, TextKind kind, String text, String pointer) {
        linter.lint(language, kind, text).forEach(finding -> findings.add(new LocatedFinding(pointer, finding)));
    }

    private void lintLinks(Language language, String markdown, String pointer) {
        for (MarkdownLinkExtractor.LinkTarget link : MarkdownLinkExtractor.extract(markdown)) {
            linter.lint(language, TextKind.ADDRESS, link.address())
                    .forEach(finding -> findings.add(new LocatedFinding(pointer, link.locateInText(finding))));
        }
    }
}
