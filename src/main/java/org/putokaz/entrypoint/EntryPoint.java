package org.putokaz.entrypoint;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Entry point document: the institution, the languages, the position of the feed and links. */
@Schema(name = "EntryPoint", description = "What there is, and where.")
record EntryPoint(
        @Schema(description = "The institution that the content is about.", ref = "OrganisationalUnit") @Nullable
        Record institution,

        @Schema(description = "The languages an answer can be asked for in, the authoritative one first.")
        List<LanguageInfo> languages,

        @Schema(description = "How many changes there have been; it grows by one with each.", examples = "14")
        long position,

        @Schema(description = "The name of each family, and the path of its list.")
        Map<String, String> families,

        Links links) {

    @Schema(name = "LanguageInfo")
    record LanguageInfo(
            @Schema(description = "BCP 47 tag, for `lang`.", examples = "sr-Latn")
            String tag,

            boolean authoritative,

            @Schema(description = "Path of this document in that language.")
            String href) {}

    @Schema(name = "EntryPointLinks")
    record Links(
            String self,

            @Schema(description = "The OpenAPI document as JSON.")
            String openapi,

            @Schema(description = "The page to read and try it.")
            String docs,

            @Schema(description = "The tree of organisational units.")
            String unitTree,

            @Schema(description = "The contact channels with their state at this moment.")
            String openNow,

            @Schema(description = "What has changed, for clients that keep a copy.")
            String changes,

            @Schema(description = "The same, told as it happens.")
            String changeStream,

            @Schema(description = "Everything at once in all languages, to begin a copy with.")
            String snapshot,

            @Schema(description = "Everything at once in one language.")
            String bundle,

            @Schema(description = "The keys that copies are signed with.")
            String keys,

            @Schema(description = "The kinds of problem, each with a page.")
            String problems,

            @Schema(description = "The enumerations of the content, with a label for each value.")
            String vocabularies) {}
}
