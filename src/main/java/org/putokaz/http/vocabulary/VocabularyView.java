package org.putokaz.http.vocabulary;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A vocabulary in one language. */
@Schema(name = "Vocabulary", description = "The values that a field can have, with their labels.")
public record VocabularyView(
        @Schema(examples = "channel-kinds") String name,

        @Schema(
                description = "What it is called in the language of the response.",
                examples = "Kinds of contact channels")
        String title,

        @Schema(description = "In the order in which a form offers them.")
        List<VocabularyTermView> values) {

    /** One value with its label. */
    @Schema(name = "VocabularyTerm")
    public record VocabularyTermView(
            @Schema(description = "As in the field.", examples = "in-person")
            String value,

            @Schema(description = "In the language of the response.", examples = "in person")
            String label) {}
}
