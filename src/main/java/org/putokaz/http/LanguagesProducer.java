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
        List<Language> offered = tags(config.offered());
        Map<Language, List<Language>> chains = new LinkedHashMap<>();
        // The chains that we bring along may name languages that an institution does not offer.
        config.fallback().forEach((tag, chain) -> {
            if (offered.contains(Language.of(tag))) {
                chains.put(
                        Language.of(tag),
                        tags(chain).stream().filter(offered::contains).toList());
            }
        });
        return new Languages(Language.of(config.authoritative()), offered, chains);
    }

    private static List<Language> tags(List<String> tags) {
        return tags.stream().map(Language::of).toList();
    }
}
