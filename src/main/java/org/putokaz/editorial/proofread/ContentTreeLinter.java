package org.putokaz.editorial.proofread;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.putokaz.lint.TextKind;
import org.putokaz.lint.rule.KnownNumbers;
import org.putokaz.lint.rule.Linter;
import org.putokaz.lint.translation.TranslationDetector;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/** Run of the linter over every text, address and link in one content tree. */
final class ContentTreeLinter {

    private static final TranslationDetector TRANSLATIONS = new TranslationDetector();

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
        List<ContentText> texts = ContentTextFinder.find(content, pointer, languages, markdownTexts);
        texts.forEach(this::lint);
        compareTranslations(texts);
        return findings;
    }

    private void compareTranslations(List<ContentText> texts) {
        Map<String, ContentText> originals = new HashMap<>();
        texts.stream()
                .filter(text -> languages.authoritative().equals(text.language()))
                .forEach(text -> originals.put(text.fieldPointer(), text));
        for (ContentText text : texts) {
            ContentText original = originals.get(text.fieldPointer());
            Language language = text.language();
            if (language != null && original != null && original != text) {
                TRANSLATIONS
                        .detect(text.kind(), language, text.text(), original.text(), languages.authoritative())
                        .forEach(finding -> findings.add(new LocatedFinding(text.pointer(), finding)));
            }
        }
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
