package org.putokaz.editorial.transfer;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.common.WireEnum;
import org.putokaz.editorial.revision.DiffView;
import org.putokaz.http.response.PrivateResponse;

/** Response with the result of an import, or of its dry run. */
@Schema(name = "ImportReport", description = "What an import did, or would do.")
public record ImportReport(
        @Schema(description = "True when nothing was done.") boolean dryRun,
        int created,
        int changed,
        int unchanged,

        @Schema(description = "Tombstones of a pack: an import withdraws nothing.")
        int ignored,

        @Schema(description = "What became, or would become, of each entry that is new or changed; 1,000 at most.")
        List<Line> entries,

        @Schema(description = "What keeps entries from being published, though not from being drafts; 1,000 at most.")
        List<ComplaintView> complaints,

        @Schema(
                description =
                        "Publishing sets, of 500 entries each at most, with all that is new or changed, ready to be"
                                + " approved and published; none after a dry run, or when nothing changed.")
        List<UUID> publishingSets)
        implements PrivateResponse {

    static final int MAX_LINES = 1000;

    /** The effect of an import on one entry. */
    public enum Outcome implements WireEnum {
        CREATED,
        CHANGED
    }

    /** One entry that was created or changed. */
    @Schema(name = "ImportedEntry", description = "One entry that an import makes or changes.")
    record Line(
            String file,

            @Schema(description = "Its line in the file; in a table its row.")
            int row,

            String family,

            @Schema(description = "Its id; of a new one only after the real run, unless the file names it.") @Nullable
            UUID id,

            @Nullable String slug,
            Outcome outcome,

            @Schema(description = "What is different from the newest revision; empty for a new one.")
            List<DiffView.FieldChange> changes) {}

    /** An error in an imported file, with its location. */
    @Schema(name = "ImportComplaint", description = "Something that is wrong in a file, and where.")
    record ComplaintView(
            String file,

            @Schema(description = "The line in the file; in a table the row.")
            int row,

            @Schema(description = "A JSON pointer from the top of the entry, or the name of a column.")
            String field,

            String code,
            String message) {}
}
