package org.putokaz.http.view;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Language of an entry in a response, and the texts that are in another one because of fallbacks.
 *
 * @param language BCP 47 tag of the language of the response
 * @param fallbacks JSON pointer of each text in another language, and that language; empty when everything is
 * translated
 * @param outdated JSON pointers of the texts whose translation is older than the authoritative text
 */
@Schema(name = "Localisation")
public record Localisation(
        @Schema(description = "The language of the texts, a BCP 47 tag.", examples = "sr-Latn")
        String language,

        @Schema(
                description = "JSON pointer (RFC 6901) of each text that is in another language, and which one it is.",
                examples = "{\"/description\": \"sr-Latn\"}")
        Map<String, String> fallbacks,

        @Schema(
                description =
                        "JSON pointer of each text whose translation is older than the original, and may say less or"
                                + " something else.",
                examples = "[\"/body\"]")
        List<String> outdated) {}
