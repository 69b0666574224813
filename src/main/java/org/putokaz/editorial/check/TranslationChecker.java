package org.putokaz.editorial.check;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.live.ContentJson;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.OutdatedTexts;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.LanguageDerivation;
import org.putokaz.live.family.TranslationComparer;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.Violation;

/** Checker of translations that would be older than the original once a revision is published. */
@ApplicationScoped
public class TranslationChecker {

    private final EditorialEntryRepository entries;
    private final LiveEntryRepository live;
    private final ContentFamilyRegistry families;
    private final LanguagePolicy languages;

    @Inject
    TranslationChecker(
            EditorialEntryRepository entries,
            LiveEntryRepository live,
            ContentFamilyRegistry families,
            LanguagePolicy languages) {
        this.entries = entries;
        this.live = live;
        this.families = families;
        this.languages = languages;
    }

    /**
     * A warning for each text that the publication of a revision would leave outdated, with its pointer in the entry.
     *
     * @param confirmed languages whose texts are right still
     */
    public List<Violation> findWarnings(EditorialEntry entry, int revision, Collection<Language> confirmed) {
        return warnings(
                isPublished(entry)
                        ? outdatedAfter(entry, entries.revision(entry, revision).content(), confirmed)
                        : outdatedInDrafts(entry, revision, confirmed));
    }

    /**
     * A violation for each language in which a revision has no text that could be confirmed, or that is not offered.
     *
     * @param pointer to the list of languages in the body of the request
     */
    public List<Violation> findUnconfirmable(
            EditorialEntry entry, int revision, List<Language> confirmed, String pointer) {
        if (confirmed.isEmpty()) {
            return List.of();
        }
        JsonNode content = withDerivedLanguages(
                families.get(entry.family), entries.revision(entry, revision).content());
        Set<String> written = new TranslationComparer(languages.authoritative().tag(), Set.of()).languages(content);
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < confirmed.size(); i++) {
            Language language = confirmed.get(i);
            String code = languages.offers(language) ? "no-text-to-confirm" : "language-not-offered";
            if (!languages.offers(language) || !written.contains(language.tag())) {
                violations.add(Violation.at(pointer + "/" + i, code, language.tag(), offeredTags()));
            }
        }
        return violations;
    }

    private String offeredTags() {
        return languages.offered().stream().map(Language::tag).collect(Collectors.joining(", "));
    }

    private static List<Violation> warnings(OutdatedTexts outdated) {
        List<Violation> warnings = new ArrayList<>();
        outdated.byLanguage()
                .forEach((language, pointers) -> pointers.forEach(pointer -> warnings.add(
                        Violation.at("/content" + pointer + "/" + language, "translation-outdated", language))));
        return warnings;
    }

    /** The state of the newest revision in each language but the authoritative one, by tag. */
    public Map<String, TranslationState> states(EditorialEntry entry) {
        JsonNode content = withDerivedLanguages(
                families.get(entry.family), entries.newestRevision(entry).content());
        OutdatedTexts outdated = isPublished(entry)
                ? outdatedAfter(entry, content, List.of())
                : outdatedInDrafts(entry, entry.newestRevision, List.of());
        TranslationComparer comparer =
                new TranslationComparer(languages.authoritative().tag(), Set.of());
        Map<String, TranslationState> states = new TreeMap<>();
        for (Language language : languages.offered()) {
            String tag = language.tag();
            if (!language.equals(languages.authoritative())) {
                TranslationState present =
                        outdated.in(tag).isEmpty() ? TranslationState.CURRENT : TranslationState.OUTDATED;
                states.put(tag, comparer.isMissing(content, tag) ? TranslationState.MISSING : present);
            }
        }
        return states;
    }

    private boolean isPublished(EditorialEntry entry) {
        return live.find(entry.id).filter(LiveEntry::live).isPresent();
    }

    /**
     * The texts that the revisions of an unpublished entry have left outdated, one after another up to this one. Those from
     * before a withdrawal count too.
     */
    private OutdatedTexts outdatedInDrafts(EditorialEntry entry, int newest, Collection<Language> confirmed) {
        TranslationComparer comparer =
                new TranslationComparer(languages.authoritative().tag(), Set.of());
        OutdatedTexts outdated = OutdatedTexts.NONE;
        if (newest < 2) {
            return outdated;
        }
        JsonNode before = null;
        for (Revision revision : entries.revisions(entry)) {
            if (revision.number() <= newest && revision.redactedAt == null) {
                JsonNode content = withDerivedLanguages(families.get(entry.family), revision.content());
                outdated = comparer.compare(before, outdated, content);
                before = content;
            }
        }
        return before == null
                ? outdated
                : new TranslationComparer(languages.authoritative().tag(), tags(confirmed))
                        .compare(before, outdated, before);
    }

    private static Set<String> tags(Collection<Language> languages) {
        return languages.stream().map(Language::tag).collect(Collectors.toSet());
    }

    /** The texts that are outdated when this content is published in place of what is published now. */
    private OutdatedTexts outdatedAfter(EditorialEntry entry, JsonNode content, Collection<Language> confirmed) {
        return live.find(entry.id)
                .filter(LiveEntry::live)
                .map(published -> new TranslationComparer(
                                languages.authoritative().tag(), tags(confirmed))
                        .compare(
                                live.authoredContent(entry.id),
                                published.outdated(),
                                withDerivedLanguages(families.get(entry.family), content)))
                .orElse(OutdatedTexts.NONE);
    }

    private static <C extends Record> JsonNode withDerivedLanguages(ContentFamily<C> family, JsonNode content) {
        return ContentJson.tree(
                family.applyDerivation(ContentJson.read(content, family.contentType()), new LanguageDerivation()));
    }
}
