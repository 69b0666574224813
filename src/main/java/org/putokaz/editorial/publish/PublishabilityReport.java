package org.putokaz.editorial.publish;

import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Result of a check whether a revision, or a publishing set, could be published as it is. */
@Schema(name = "Publishable", description = "Whether this could be published as it is. Says nothing of approval.")
public record PublishabilityReport(
        @Schema(description = "True when there is no error.")
        boolean ok,

        @Schema(description = "What keeps it from being published.")
        List<FindingView> errors,

        @Schema(description = "What somebody should look at.")
        List<FindingView> warnings) {

    /** The report with every error and warning changed. */
    public PublishabilityReport map(UnaryOperator<FindingView> change) {
        return of(
                errors.stream().map(change).toList(),
                warnings.stream().map(change).toList());
    }

    static PublishabilityReport of(List<FindingView> errors, List<FindingView> warnings) {
        return new PublishabilityReport(errors.isEmpty(), errors, warnings);
    }
}
