package org.putokaz.editorial.publish;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.putokaz.editorial.EditorialConfig;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.lint.Finding;
import org.putokaz.lint.Linter;
import org.putokaz.lint.Severity;
import org.putokaz.lint.TextKind;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.Violation;

/** Linter run over every text of a revision; each finding has a JSON pointer into the entry. */
@ApplicationScoped
class DraftProofreader {

    /** Kinds of contact channels whose value is an address: one letter of another script makes it a different one. */
    private static final Set<String> ADDRESS_KINDS = Set.of("email", "web", "social", "chat");

    private final EditorialEntryRepository entries;
    private final ContentFamilyRegistry families;
    private final LanguagePolicy languages;
    private final Linter linter;

    @Inject
    DraftProofreader(
            EditorialEntryRepository entries,
            ContentFamilyRegistry families,
            LanguagePolicy languages,
            EditorialConfig config) {
        this.entries = entries;
        this.families = families;
        this.languages = languages;
        this.linter = new Linter(config.acronyms());
    }

    /** @param pointer to the text in the entry, such as {@code /content/title/sr-Cyrl} */
    record LocatedFinding(String pointer, Finding finding) {

        boolean isError() {
            return finding.level() == Severity.ERROR;
        }

        /** The finding as a violation in the terms of the store, whose pointers begin below the content. */
        Violation toViolation() {
            return Violation.at(pointer.replaceFirst("^/content", ""), finding.message());
        }
    }

    /** The findings in the texts that the step would publish; none for a withdrawal. */
    List<LocatedFinding> proofread(PublicationStep step) {
        if (step.action() == PublicationStep.Action.WITHDRAW) {
            return List.of();
        }
        return entries.find(step.entry())
                .map(entry -> {
                    JsonNode content = entries.revision(entry, step.revisionOrNewest(entry))
                            .content();
                    Set<JsonNode> markdown = markdownFields(families.get(entry.family), content);
                    List<LocatedFinding> findings = new ArrayList<>();
                    lintTree(content, "/content", markdown, findings);
                    return findings;
                })
                .orElse(List.of());
    }

    private static <C extends Record> Set<JsonNode> markdownFields(ContentFamily<C> family, JsonNode content) {
        MarkdownFieldFinder finder = new MarkdownFieldFinder();
        family.applyDerivation(ContentJson.read(content, family.contentType()), finder);
        return finder.found();
    }

    private void lintTree(JsonNode node, String pointer, Set<JsonNode> markdown, List<LocatedFinding> findings) {
        if (isLocalised(node)) {
            TextKind kind = markdown.contains(node) ? TextKind.PROSE : TextKind.LINE;
            node.properties()
                    .forEach(text -> lint(
                            text.getKey(), kind, text.getValue().textValue(), pointer + "/" + text.getKey(), findings));
            return;
        }
        boolean address = ADDRESS_KINDS.contains(node.path("kind").asText());
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String at = pointer + "/" + JsonBodyReader.pointerToken(member.getKey());
            boolean isAddress =
                    member.getKey().equals("url") || address && member.getKey().equals("value");
            if (isAddress && member.getValue().isTextual()) {
                String text = member.getValue().textValue();
                lint(languages.authoritative().tag(), TextKind.ADDRESS, text, at, findings);
            } else {
                lintTree(member.getValue(), at, markdown, findings);
            }
        }
        int index = 0;
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            lintTree(item, pointer + "/" + index++, markdown, findings);
        }
    }

    private void lint(String tag, TextKind kind, String text, String pointer, List<LocatedFinding> findings) {
        linter.lint(Language.of(tag), kind, text).forEach(finding -> findings.add(new LocatedFinding(pointer, finding)));
        if (kind == TextKind.PROSE) {
            MarkdownLinkExtractor.extract(text)
                    .forEach(link -> linter.lint(Language.of(tag), TextKind.ADDRESS, link.address())
                            .forEach(finding -> findings.add(new LocatedFinding(pointer, link.locateInText(finding)))));
        }
    }

    private boolean isLocalised(JsonNode node) {
        Set<String> offered = languages.offered().stream().map(Language::tag).collect(Collectors.toSet());
        return node.isObject()
                && !node.isEmpty()
                && node.properties().stream()
                        .allMatch(text -> offered.contains(text.getKey())
                                && text.getValue().isTextual());
    }
}
