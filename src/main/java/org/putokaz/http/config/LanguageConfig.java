package org.putokaz.http.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;

/** Which languages the content is offered in. All values are BCP 47 tags. */
@ConfigMapping(prefix = "putokaz.languages")
public interface LanguageConfig {

    /** The language whose text counts when two differ. */
    @WithDefault("sr-Cyrl")
    String authoritative();

    /** Every language an answer can be asked for in. */
    @WithDefault("sr-Cyrl,sr-Latn,en")
    List<String> offered();

    /**
     * The languages that every text must be in before it is published; where it is not in one of them, publishing is
     * refused. Latin is derived first. The authoritative one always is among them.
     */
    @WithDefault("${putokaz.languages.authoritative}")
    List<String> required();

    /** Where to look, in order, when a text is missing in a language. */
    Map<String, List<String>> fallback();
}
