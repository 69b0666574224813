package org.putokaz.http;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.putokaz.locale.Language;
import org.putokaz.locale.Languages;

/** Turns the configured tags into {@link Languages}. */
class LanguagesProducer {

    @Produces
    @Singleton
    Languages languages(LanguageConfig config) {
        Map<Language, List<Language>> chains = new LinkedHashMap<>();
        config.fallback().forEach((tag, chain) -> chains.put(Language.of(tag), tags(chain)));
        return new Languages(Language.of(config.authoritative()), tags(config.offered()), chains);
    }

    private static List<Language> tags(List<String> tags) {
        return tags.stream().map(Language::of).toList();
    }
}
