package org.putokaz.http.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.InvalidValueException;

/**
 * Producer of the {@link LanguagePolicy} from the settings. An invalid tag fails the start with a message that names
 * the setting.
 */
class LanguagePolicyProducer {

    private static final String SETTINGS = "putokaz.languages.";

    @Produces
    @Singleton
    LanguagePolicy languages(LanguageConfig config) {
        List<Language> offered = languages("offered", config.offered());
        Map<Language, List<Language>> chains = new LinkedHashMap<>();
        // The default fallbacks may name languages that an institution does not offer.
        config.fallback().forEach((tag, chain) -> {
            String setting = "fallback." + tag;
            Language language = language(setting, tag);
            List<Language> next = languages(setting, chain);
            if (offered.contains(language)) {
                chains.put(language, next.stream().filter(offered::contains).toList());
            }
        });
        Language authoritative =
                requireOffered("authoritative", language("authoritative", config.authoritative()), offered);
        List<Language> required = languages("required", config.required());
        required.forEach(language -> requireOffered("required", language, offered));
        return new LanguagePolicy(authoritative, offered, chains, required, unmatched(config, authoritative, offered));
    }

    private static Language unmatched(LanguageConfig config, Language authoritative, List<Language> offered) {
        return config.unmatched()
                .map(tag -> requireOffered("unmatched", language("unmatched", tag), offered))
                .orElse(offered.contains(Language.EN) ? Language.EN : authoritative);
    }

    private static Language requireOffered(String setting, Language language, List<Language> offered) {
        if (!offered.contains(language)) {
            throw new IllegalArgumentException(
                    SETTINGS + setting + ": " + language + " is not among putokaz.languages.offered " + offered);
        }
        return language;
    }

    private static List<Language> languages(String setting, List<String> tags) {
        return tags.stream().map(tag -> language(setting, tag)).toList();
    }

    private static Language language(String setting, String tag) {
        try {
            return Language.of(tag);
        } catch (InvalidValueException notATag) {
            throw new IllegalArgumentException(SETTINGS + setting + ": \"" + tag + "\" is not a language tag", notATag);
        }
    }
}
