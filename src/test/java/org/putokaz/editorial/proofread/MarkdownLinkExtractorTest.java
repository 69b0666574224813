package org.putokaz.editorial.proofread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.putokaz.lint.Finding;
import org.putokaz.lint.TextKind;
import org.putokaz.lint.rule.Linter;
import org.putokaz.locale.Language;

/** Link targets are found in a Markdown text with their offsets. */
class MarkdownLinkExtractorTest {

    @Test
    void everyTargetIsFoundWhereItStands() {
        String text = "Видите [сајт](https://example.rs/a) и <mailto:a@example.rs> и [сајт](https://example.rs/a).";
        assertThat(MarkdownLinkExtractor.extract(text))
                .allSatisfy(link -> assertThat(text.startsWith(link.address(), link.offset()))
                        .as(link.toString())
                        .isTrue())
                .extracting(MarkdownLinkExtractor.LinkTarget::address)
                .containsExactly("https://example.rs/a", "mailto:a@example.rs", "https://example.rs/a");
        assertThat(MarkdownLinkExtractor.extract(text).get(2).offset()).isGreaterThan(60);
    }

    @Test
    void aCyrillicLetterInATargetIsPlacedInTheText() {
        String text = "Видите [сајт](https://цeнтар.rs).";
        MarkdownLinkExtractor.LinkTarget target =
                MarkdownLinkExtractor.extract(text).get(0);
        Finding found = new Linter(Set.of())
                .lint(Language.SR_CYRL, TextKind.ADDRESS, target.address())
                .get(0);
        Finding placed = target.locateInText(found);
        assertThat(text.substring(placed.offset(), placed.offset() + placed.length()))
                .isEqualTo(placed.found());
    }
}
