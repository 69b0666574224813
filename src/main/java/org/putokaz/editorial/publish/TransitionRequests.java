package org.putokaz.editorial.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Request bodies of changes of state. A field is optional unless its description says otherwise. */
public final class TransitionRequests {

    private TransitionRequests() {}

    /** Body of a publication. */
    @Schema(name = "Publishing", description = "How to publish. All of it may be left out.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PublishRequest(
            @Schema(description = "The revision to publish; the newest unless said otherwise.") @Nullable
            Integer revision,

            @Schema(description = "`major` (unless said otherwise): partners act on it. `minor`: they need not.")
            @Nullable
            Importance importance,

            @Schema(description = "What changed, for partners who keep a copy. Public.", ref = "LocalisedNote")
            @Nullable
            LocalisedText note,

            @Schema(
                    description =
                            "BCP 47 tags of the languages whose texts are right still, though the original has changed;"
                                    + " otherwise a translation that was left as it was is marked as outdated.")
            @JsonSetter(contentNulls = Nulls.FAIL)
            @Nullable
            List<Language> stillCurrent) {

        public PublicationStep toStep(UUID entry) {
            return new PublicationStep(
                    entry,
                    PublicationStep.Action.PUBLISH,
                    revision,
                    orMajor(importance),
                    note,
                    null,
                    null,
                    orNone(stillCurrent),
                    false);
        }
    }

    /** Body of a withdrawal. */
    @Schema(
            name = "Withdrawing",
            description = "Why it is withdrawn, and what stands in its place.",
            requiredProperties = {"reason"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WithdrawRequest(
            @Schema(
                    description =
                            "Why; asked for. `safety` also takes the text out of all earlier revisions, for ever.")
            @Nullable
            WithdrawalReason reason,

            @Schema(description = "The published entry of the same family that stands in its place.") @Nullable
            UUID replacedBy,

            @Nullable Importance importance,

            @Schema(description = "What changed, for partners who keep a copy. Public.", ref = "LocalisedNote")
            @Nullable
            LocalisedText note,

            @Schema(
                    description =
                            "With the reason `safety` alone: whether the slugs that the entry has or had are removed as"
                                    + " well, for ever, because they can name a place. They answer 404 from then on, the feed"
                                    + " gives the id in their place, and no entry gets one of them again. `false` unless said"
                                    + " otherwise.")
            @Nullable
            Boolean redactSlug) {

        /**
         * @throws org.putokaz.problem.ProblemException 400 when there is no reason, or when the slug is to be removed for
         *     another reason than {@code safety}
         */
        public PublicationStep toStep(UUID entry) {
            if (reason == null) {
                throw ProblemType.MALFORMED_REQUEST.with(Violation.at("/reason", "required"));
            }
            boolean slugToo = Boolean.TRUE.equals(redactSlug);
            if (slugToo && reason != WithdrawalReason.SAFETY) {
                throw ProblemType.MALFORMED_REQUEST.with(Violation.at("/redactSlug", "only-for-safety"));
            }
            return new PublicationStep(
                    entry,
                    PublicationStep.Action.WITHDRAW,
                    null,
                    orMajor(importance),
                    note,
                    reason,
                    replacedBy,
                    List.of(),
                    slugToo);
        }
    }

    /** Body of a rejection. */
    @Schema(
            name = "Rejecting",
            description = "Why it is sent back.",
            requiredProperties = {"reason"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RejectRequest(
            @Schema(description = "For its author. Asked for.") @Nullable
            String reason) {}

    /** Body of a request for a preview link. */
    @Schema(name = "Previewing", description = "How long the link is to work. It may be left out.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PreviewRequest(
            @Schema(
                    description = "In minutes, a day at most; an hour unless said or configured otherwise.",
                    minimum = "1",
                    maximum = "1440")
            @Nullable
            Integer minutes) {

        private static final int MAX_MINUTES = 24 * 60;

        /**
         * Lifetime of the link.
         *
         * @throws org.putokaz.problem.ProblemException 400 when it is not within the bounds
         */
        public Duration duration(Duration otherwise) {
            if (minutes != null && (minutes < 1 || minutes > MAX_MINUTES)) {
                throw ProblemType.MALFORMED_REQUEST.with(
                        Violation.at("/minutes", "not-a-number-between", 1, MAX_MINUTES));
            }
            return minutes == null ? otherwise : Duration.ofMinutes(minutes);
        }
    }

    /** Body without fields. */
    public record EmptyRequest() {}

    /**
     * Reads one of these bodies; an empty body counts as an empty object.
     *
     * @throws org.putokaz.problem.ProblemException 400 when it cannot be read, 413 when it is too long
     */
    public static <T extends Record> T read(InputStream body, Class<T> type) {
        byte[] bytes = JsonBodyReader.readBytes(body, JsonBodyReader.MAX_SMALL_BODY_BYTES);
        byte[] json = bytes.length == 0 ? new byte[] {'{', '}'} : bytes;
        return JsonBodyReader.convert(JsonBodyReader.parse(json), type);
    }

    static List<Language> orNone(@Nullable List<Language> languages) {
        return languages == null ? List.of() : languages;
    }

    static Importance orMajor(@Nullable Importance importance) {
        return importance == null ? Importance.MAJOR : importance;
    }
}
