package org.putokaz.editorial.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.lint.Finding;
import org.putokaz.problem.Violation;

/** Error or warning about a draft, with its place. */
@Schema(name = "Finding", description = "Something that was noticed in a draft.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingView(
        @Schema(
                description =
                        "Where in the entry it stands, as a JSON pointer; empty for the entry as a whole. Of another"
                                + " entry where `entry` names one.")
        String pointer,

        @Schema(description = "Stable; for programs.") String code,

        @Schema(description = "For people, in the language of the answer.")
        String message,

        @Schema(description = "The other entry that it is about; there when it is not about this one.") @Nullable
        UUID entry,

        @Schema(
                description =
                        "In a publishing set, the entry that it is about: a member, or the one that `entry` names.")
        @Nullable
        FindingEntry about,

        @Schema(description = "The rule of the linter, `L1` to `L14`.") @Nullable
        String rule,

        @Schema(description = "Where in the text it begins, in UTF-16 code units from 0.") @Nullable
        Integer offset,

        @Schema(description = "How long it is, in UTF-16 code units.") @Nullable
        Integer length,

        @Schema(description = "The words themselves.") @Nullable
        String found,

        @Schema(description = "What might stand there instead; never put in by itself.") @Nullable
        List<String> suggestions) {

    /**
     * View of a violation of the store's rules.
     *
     * @param pointer null when the violation is that of another entry
     */
    public static FindingView of(
            Violation violation, @Nullable String pointer, @Nullable UUID otherEntry, String message) {
        String code = violation.reason().code();
        return new FindingView(
                pointer == null ? "" : pointer, code, message, otherEntry, null, null, null, null, null, null);
    }

    /** The same with the entry that it is about. */
    public FindingView withAbout(FindingEntry named) {
        return new FindingView(pointer, code, message, entry, named, rule, offset, length, found, suggestions);
    }

    /** View of a finding of the linter. */
    static FindingView of(Finding finding, String pointer, String message) {
        return new FindingView(
                pointer,
                finding.message().code(),
                message,
                null,
                null,
                finding.rule(),
                finding.offset(),
                finding.length(),
                finding.found(),
                finding.suggestions());
    }
}
