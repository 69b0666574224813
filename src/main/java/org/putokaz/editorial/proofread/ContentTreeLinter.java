package org.putokaz.editorial.proofread;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.putokaz.lint.KnownNumbers;
import org.putokaz.lint.Linter;
import org.putokaz.lint.TextKind;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/** Run of the linter over every text, address and link in one content tree. */
final class ContentTreeLinter {

    private final Linter linter;
    private final LanguagePolicy languages;
    private final Set<JsonNode> markdownTexts;
    private final KnownNumbers numbers;
    private final List<LocatedFinding> findings = new ArrayList<>();

    /**
     * @param markdownTexts the localised texts of the content that are CommonMark
     * @param numbers telephone numbers that a name, label or title may show
     */
    ContentTreeLinter(Linter linter, LanguagePolicy languages, Set<JsonNode> markdownTexts, KnownNumbers numbers) {
        this.linter = linter;
        this.languages = languages;
        this.markdownTexts = markdownTexts;
        this.numbers = numbers;
    }

    /** @param pointer to the content in the entry */
    List<LocatedFinding> lint(JsonNode content, String pointer) {
        ContentTextFinder.find(content, pointer, languages, markdownTexts).forEach(this::lint);
        return findings;
    }

    private void lint(ContentText text) {
        Language language = text.language();
        if (language != null) {
            lint(language, text.kind(), text.text(), text.pointer());
            if (text.kind() == TextKind.PROSE) {
                lintLinks(language, text.text(), text.pointer());
            }
        } else if (text.kind() == TextKind.ADDRESS) {
            lint(languages.authoritative(), TextKind.ADDRESS, text.text(), text.pointer());
        }
    }

    private void lint(Language language, TextKind kind, String text, String pointer) {
        linter.lint(language, kind, text, numbers)
                .forEach(finding -> findings.add(new LocatedFinding(pointer, finding)));
    }

    private void lintLinks(Language language, String markdown, String pointer) {
        for (MarkdownLinkExtractor.LinkTarget link : MarkdownLinkExtractor.extract(markdown)) {
            linter.lint(language, TextKind.ADDRESS, link.address())
                    .forEach(finding -> findings.add(new LocatedFinding(pointer, link.locateInText(finding))));
        }
    }
}
