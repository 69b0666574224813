package org.putokaz.editorial.set;

import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublicationStepRequest;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A publishing set as somebody sends it: always the whole of it. */
@Schema(
        name = "PublishingSetInput",
        description = "A publishing set, the whole of it.",
        requiredProperties = {"name", "members"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishingSetRequest(
        @Schema(description = "What it is about, for editors.", minLength = 1, maxLength = MAX_NAME_LENGTH) @Nullable
        String name,

        @Schema(description = "What happens to which entry, each at most once.", minItems = 1, maxItems = MAX_MEMBERS)
        @Nullable
        List<@Nullable Member> members) {

    static final int MAX_NAME_LENGTH = 200;
    public static final int MAX_MEMBERS = 500;

    /** What happens to one entry. */
    @Schema(
            name = "PublishingSetMemberInput",
            description = "What happens to one entry.",
            requiredProperties = {"entry", "action"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Member(
            @Nullable UUID entry,
            PublicationStep.@Nullable Action action,

            @Schema(
                    description =
                            "The revision to publish; the one that is the newest now unless said otherwise. With"
                                    + " `withdraw`: the revision that the public must still see then; any unless said otherwise.")
            @Nullable
            Integer revision,

            @Nullable Importance importance,

            @Schema(description = "What changed, for partners who keep a copy. Public.", ref = "LocalisedNote")
            @Nullable
            LocalisedText note,

            @Schema(description = "Why it is withdrawn; asked for with `withdraw`, and only with it.") @Nullable
            WithdrawalReason reason,

            @Schema(
                    description =
                            "The published entry of the same family that stands in its place; only with `withdraw`.")
            @Nullable
            UUID replacedBy) {

        PublicationStepRequest toStepRequest() {
            return new PublicationStepRequest(action, revision, importance, note, reason, replacedBy);
        }
    }

    /** @throws org.putokaz.problem.ProblemException 400 or 422 with everything that is wrong without a look at any entry */
    static PublishingSetRequest read(byte[] body) {
        PublishingSetRequest input = JsonBodyReader.convert(JsonBodyReader.parse(body), PublishingSetRequest.class);
        List<Violation> malformed = new ArrayList<>();
        if (input.name == null || input.name.isBlank()) {
            malformed.add(Violation.at("/name", "required"));
        } else if (input.name.length() > MAX_NAME_LENGTH) {
            malformed.add(Violation.at("/name", "too-long", MAX_NAME_LENGTH));
        }
        if (input.members == null || input.members.isEmpty()) {
            malformed.add(Violation.at("/members", "required"));
        } else if (input.members.size() > MAX_MEMBERS) {
            malformed.add(Violation.at("/members", "too-many", MAX_MEMBERS));
        }
        input.addMalformedMembers(malformed);
        if (!malformed.isEmpty()) {
            throw ProblemType.MALFORMED_REQUEST.with(malformed);
        }
        input.requireDistinctEntries();
        return input;
    }

    private void addMalformedMembers(List<Violation> malformed) {
        List<@Nullable Member> given = members == null ? List.of() : members;
        for (int i = 0; i < Math.min(given.size(), MAX_MEMBERS); i++) {
            Member member = given.get(i);
            if (member == null || member.entry == null) {
                malformed.add(Violation.at(member == null ? memberPointer(i) : memberPointer(i) + "/entry", "required"));
            }
            if (member != null) {
                malformed.addAll(member.toStepRequest().violations(memberPointer(i)));
            }
        }
    }

    private void requireDistinctEntries() {
        Set<@Nullable UUID> seen = new HashSet<>();
        List<Violation> repeated = new ArrayList<>();
        for (int i = 0; i < requiredMembers().size(); i++) {
            if (!seen.add(requiredMembers().get(i).entry)) {
                repeated.add(Violation.at(memberPointer(i) + "/entry", "repeated"));
            }
        }
        if (!repeated.isEmpty()) {
            throw ProblemType.INVALID_CONTENT.with(repeated);
        }
    }

    /** Where a member stands in what was sent, and in the answer. */
    static String memberPointer(int place) {
        return "/members/" + place;
    }

    String strippedName() {
        return java.util.Objects.requireNonNull(name).strip();
    }

    List<Member> requiredMembers() {
        return java.util.Objects.requireNonNull(members).stream()
                .map(java.util.Objects::requireNonNull)
                .toList();
    }
}
