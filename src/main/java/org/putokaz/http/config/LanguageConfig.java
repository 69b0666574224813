package org.putokaz.http.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of the languages of the content. All values are BCP 47 tags. */
@ConfigMapping(prefix = "putokaz.languages")
public interface LanguageConfig {

    /** The language whose text is right when two differ. */
    @WithDefault("sr-Cyrl")
    String authoritative();

    /** The languages that a client can request. */
    @WithDefault("sr-Cyrl,sr-Latn,en")
    List<String> offered();

    /**
     * The languages that every text must have; without one of them publishing is refused. Serbian in Latin script is
     * derived before that is checked. The authoritative language is always among them.
     */
    @WithDefault("${putokaz.languages.authoritative}")
    List<String> required();

    /**
     * The language of a request whose {@code Accept-Language} names none of the offered; English where it is offered, else
     * the authoritative one. A request without the header gets the authoritative language.
     */
    Optional<String> unmatched();

    /** By language: the languages to take a text from, in this order, when it is missing. */
    Map<String, List<String>> fallback();
}
