package org.putokaz.editorial.publish;

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
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads every text of a revision as the linter does, and says where in the entry each finding stands. */
@ApplicationScoped
class DraftProofreader {

    /** Channels whose value is an address that one letter of another script makes another one. */
    private static final Set<String> ADDRESSES = Set.of("email", "web", "social", "chat");

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

    /** @param pointer where in the entry the text stands */
    record LocatedFinding(String pointer, Finding finding) {

        boolean isError() {
            return finding.level() == Severity.ERROR;
        }

        /** In terms of the store, which knows the content only. */
        Violation violation() {
            return Violation.at(pointer.replaceFirst("^/content", ""), finding.message());
        }
    }

    /** What there is to say of the texts that this step would publish; nothing where it withdraws. */
    List<LocatedFinding> proofread(PublicationStep step) {
        if (step.action() == PublicationStep.Action.WITHDRAW) {
            return List.of();
        }
        return entries.find(step.entry())
                .map(entry -> {
                    int number = step.revision() == null ? entry.newestRevision : step.revision();
                    JsonNode content = entries.revision(entry, number).content();
                    Set<JsonNode> prose = prose(families.get(entry.family), content);
                    List<LocatedFinding> notes = new ArrayList<>();
                    walk(content, "/content", prose, notes);
                    return notes;
                })
                .orElse(List.of());
    }

    private static <C extends Record> Set<JsonNode> prose(ContentFamily<C> family, JsonNode content) {
        MarkdownFieldFinder finder = new MarkdownFieldFinder();
        family.applyDerivation(ContentJson.read(content, family.contentType()), finder);
        return finder.found();
    }

    private void walk(JsonNode node, String pointer, Set<JsonNode> prose, List<LocatedFinding> notes) {
        if (isLocalised(node)) {
            TextKind kind = prose.contains(node) ? TextKind.PROSE : TextKind.LINE;
            node.properties()
                    .forEach(text -> lint(
                            text.getKey(), kind, text.getValue().textValue(), pointer + "/" + text.getKey(), notes));
            return;
        }
        boolean address = ADDRESSES.contains(node.path("kind").asText());
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String at = pointer + "/" + JsonBodyReader.pointerToken(member.getKey());
            boolean isAddress =
                    member.getKey().equals("url") || address && member.getKey().equals("value");
            if (isAddress && member.getValue().isTextual()) {
                String text = member.getValue().textValue();
                lint(languages.authoritative().tag(), TextKind.ADDRESS, text, at, notes);
            } else {
                walk(member.getValue(), at, prose, notes);
            }
        }
        int index = 0;
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            walk(item, pointer + "/" + index++, prose, notes);
        }
    }

    private void lint(String tag, TextKind kind, String text, String pointer, List<LocatedFinding> notes) {
        linter.lint(Language.of(tag), kind, text).forEach(finding -> notes.add(new LocatedFinding(pointer, finding)));
        if (kind == TextKind.PROSE) {
            MarkdownLinkExtractor.extract(text)
                    .forEach(link -> linter.lint(Language.of(tag), TextKind.ADDRESS, link.address())
                            .forEach(finding -> notes.add(new LocatedFinding(pointer, link.locateInText(finding)))));
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
