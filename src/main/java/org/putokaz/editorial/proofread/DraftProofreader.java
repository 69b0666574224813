package org.putokaz.editorial.proofread;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.putokaz.editorial.EditorialConfig;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.lint.rule.KnownNumbers;
import org.putokaz.lint.rule.Linter;
import org.putokaz.live.ContentJson;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.locale.LanguagePolicy;

/** Linter run over every text of a revision; each finding has a JSON pointer into the entry. */
@ApplicationScoped
public class DraftProofreader {

    private final EditorialEntryRepository entries;
    private final ContentFamilyRegistry families;
    private final KnownNumberResolver knownNumbers;
    private final LanguagePolicy languages;
    private final Linter linter;

    @Inject
    DraftProofreader(
            EditorialEntryRepository entries,
            ContentFamilyRegistry families,
            KnownNumberResolver knownNumbers,
            LanguagePolicy languages,
            EditorialConfig config) {
        this.entries = entries;
        this.families = families;
        this.knownNumbers = knownNumbers;
        this.languages = languages;
        this.linter = new Linter(config.acronyms());
    }

    /** The findings in the texts of a revision. */
    public List<LocatedFinding> proofread(EditorialEntry entry, int revision) {
        return proofread(
                families.get(entry.family), entries.revision(entry, revision).content());
    }

    private <C extends Record> List<LocatedFinding> proofread(ContentFamily<C> family, JsonNode content) {
        KnownNumbers numbers = knownNumbers.of(family, ContentJson.read(content, family.contentType()));
        return new ContentTreeLinter(linter, languages, MarkdownFieldFinder.find(family, content), numbers)
                .lint(content, "/content");
    }
}
