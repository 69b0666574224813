package org.putokaz.http.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.problem.InvalidValueException;

/** Turns the configured tags into {@link LanguagePolicy}; a tag that cannot be meant stops the start, by its setting. */
class LanguagePolicyProducer {

    private static final String SETTINGS = "putokaz.languages.";

    @Produces
    @Singleton
    LanguagePolicy languages(LanguageConfig config) {
        List<Language> offered = tags("offered", config.offered());
        Map<Language, List<Language>> chains = new LinkedHashMap<>();
        // The chains that we bring along may name languages that an institution does not offer.
        config.fallback().forEach((tag, chain) -> {
            String setting = "fallback." + tag;
            Language language = tag(setting, tag);
            List<Language> next = tags(setting, chain);
            if (offered.contains(language)) {
                chains.put(language, next.stream().filter(offered::contains).toList());
            }
        });
        Language authoritative = offered("authoritative", tag("authoritative", config.authoritative()), offered);
        List<Language> required = tags("required", config.required());
        required.forEach(language -> offered("required", language, offered));
        return new LanguagePolicy(authoritative, offered, chains, required);
    }

    private static Language offered(String setting, Language language, List<Language> offered) {
        if (!offered.contains(language)) {
            throw new IllegalArgumentException(
                    SETTINGS + setting + ": " + language + " is not among putokaz.languages.offered " + offered);
        }
        return language;
    }

    private static List<Language> tags(String setting, List<String> tags) {
        return tags.stream().map(tag -> tag(setting, tag)).toList();
    }

    private static Language tag(String setting, String tag) {
        try {
            return Language.of(tag);
        } catch (InvalidValueException notATag) {
            throw new IllegalArgumentException(SETTINGS + setting + ": \"" + tag + "\" is not a language tag", notATag);
        }
    }
}
