package org.putokaz.live.family;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Set;
import org.putokaz.locale.Language;

/** Finder of languages that no list of ISO 639 has: {@code rs} and {@code ua} are countries, Serbian is {@code sr}. */
public final class LanguageWarnings {

    /** ISO 639-1, and the codes of ISO 639-2 and 639-3 of languages for which CLDR has data. */
    private static final Set<String> KNOWN = Set.of(ULocale.getISOLanguages());

    private LanguageWarnings() {}

    /** @param pointer JSON pointer of the list */
    public static void find(String pointer, List<Language> languages, ContentViolations warnings) {
        for (int i = 0; i < languages.size(); i++) {
            String tag = languages.get(i).tag();
            if (!KNOWN.contains(tag.split("-", 2)[0])) {
                warnings.add(pointer + "/" + i, "language-not-known", tag);
            }
        }
    }
}
