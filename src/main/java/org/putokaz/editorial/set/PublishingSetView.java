package org.putokaz.editorial.set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.PublicState;
import org.putokaz.editorial.entry.Stage;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublishabilityReport;
import org.putokaz.editorial.replacement.ReplacementDraftView;
import org.putokaz.editorial.schedule.ScheduleView;
import org.putokaz.http.response.PrivateResponse;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.locale.LocalisedText;

/** View of a publishing set with its members. */
@Schema(name = "PublishingSet", description = "Entries that are published or withdrawn together, or not at all.")
public record PublishingSetView(
        UUID id,
        String name,
        PublishingSetStatus status,
        List<Member> members,

        @Schema(
                description =
                        "The drafts that it made of entries which name the one that it replaces, published or not; empty"
                                + " for a set that replaces nothing.")
        List<ReplacementDraftView> drafts,

        @Schema(
                description = "Whether all of it could be published together now; pointers begin with `/members/` and"
                        + " the place of a member. Null once it is over.")
        @Nullable
        PublishabilityReport publishable,

        @Schema(description = "When it goes out by itself, or what came of that; null when nobody set a moment.")
        @Nullable
        ScheduleView schedule,

        @Schema(description = "When it went out; null until then.") @Nullable
        Instant publishedAt,

        Instant createdAt,
        @Schema(description = "Who began it.") String createdBy,

        @Schema(description = "When it, or its state, was last changed.")
        Instant changedAt,

        @Schema(description = "By whom.") String changedBy,

        @Schema(hidden = true) @JsonIgnore String version,

        @Schema(hidden = true) @JsonIgnore String location)
        implements PrivateResponse {

    /** View of a member: an entry, what happens to it, and its stage. */
    @Schema(name = "PublishingSetMember", description = "An entry in a set, and how far it has come.")
    public record Member(
            UUID entry,
            String family,
            @Nullable String slug,

            @Schema(description = "What it is called, in the authoritative language; null when it has no name.")
            @Nullable
            String name,

            PublicationStep.Action action,

            @Schema(
                    description = "The revision that will be published, whatever is saved later; or the one that the"
                            + " public must still see when it is withdrawn, null for any.")
            @Nullable
            Integer revision,

            @Schema(description = "The newest revision; a later one than the member's does not go out with the set.")
            int newestRevision,

            @Schema(description = "How far the member's revision has come.")
            Stage stage,

            @Schema(description = "What the public sees of the entry now.")
            PublicState publicSees,

            @Schema(description = "Whether somebody else has to approve the revision before it is published.")
            boolean needsApproval,

            @Schema(description = "Whether somebody has.") boolean approved,

            @Schema(
                    description =
                            "Why the state of the entry does not allow it now, as a code such as `not-approved`; null"
                                    + " when it does, and once the set is over.")
            @Nullable
            String obstacle,

            Importance importance,

            @Schema(description = "What changed, for partners who keep a copy.", ref = "LocalisedNote") @Nullable
            LocalisedText note,

            @Nullable WithdrawalReason reason,
            @Nullable UUID replacedBy) {}
}
