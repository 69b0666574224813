package org.putokaz.http.view;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which language an entry was answered in, and where a text had to be taken from another one.
 *
 * @param language the language asked for
 * @param fallbacks JSON pointer of each text in another language, and that language; empty when all is translated
 */
@Schema(name = "Localisation")
public record Localisation(
        @Schema(description = "The language of the texts, a BCP 47 tag.", examples = "sr-Latn")
        String language,

        @Schema(
                description = "JSON pointer (RFC 6901) of each text that is in another language, and which one it is.",
                examples = "{\"/description\": \"sr-Latn\"}")
        Map<String, String> fallbacks) {}
