package org.putokaz.editorial.set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.publish.PublicationStep;
import org.putokaz.editorial.publish.PublicationStepRequest;
import org.putokaz.http.request.JsonBodyReader;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Request body of a publishing set: its name and all its members. */
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

    public static final int MAX_NAME_LENGTH = 200;
    public static final int MAX_MEMBERS = 500;

    /** Requested member: an entry and what happens to it. */
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
            UUID replacedBy,

            @Schema(
                    description =
                            "BCP 47 tags of the languages whose texts are right still, though the original has changed;"
                                    + " only with `publish`.")
            @JsonSetter(contentNulls = Nulls.FAIL)
            @Nullable
            List<Language> stillCurrent) {

        private List<Violation> violations(String pointer) {
            List<Violation> violations = new ArrayList<>();
            if (entry == null) {
                violations.add(Violation.at(pointer + "/entry", "required"));
            }
            violations.addAll(toStepRequest().violations(pointer));
            return violations;
        }

        PublicationStepRequest toStepRequest() {
            return new PublicationStepRequest(action, revision, importance, note, reason, replacedBy, stillCurrent);
        }
    }

    /**
     * Reads the body and checks everything that can be checked without reading an entry.
     *
     * @throws org.putokaz.problem.ProblemException 400 with every malformed field, otherwise 422 with every repeated
     *     entry
     */
    static PublishingSetRequest read(byte[] body) {
        PublishingSetRequest request = JsonBodyReader.convert(JsonBodyReader.parse(body), PublishingSetRequest.class);
        List<Violation> violations = new ArrayList<>();
        if (request.name == null || request.name.isBlank()) {
            violations.add(Violation.at("/name", "required"));
        } else if (request.name.length() > MAX_NAME_LENGTH) {
            violations.add(Violation.at("/name", "too-long", MAX_NAME_LENGTH));
        }
        if (request.members == null || request.members.isEmpty()) {
            violations.add(Violation.at("/members", "required"));
        } else if (request.members.size() > MAX_MEMBERS) {
            violations.add(Violation.at("/members", "too-many", MAX_MEMBERS));
        }
        request.addMemberViolations(violations);
        if (!violations.isEmpty()) {
            throw ProblemType.MALFORMED_REQUEST.with(violations);
        }
        request.requireDistinctEntries();
        return request;
    }

    private void addMemberViolations(List<Violation> violations) {
        List<@Nullable Member> given = members == null ? List.of() : members;
        for (int i = 0; i < Math.min(given.size(), MAX_MEMBERS); i++) {
            Member member = given.get(i);
            if (member == null) {
                violations.add(Violation.at(memberPointer(i), "required"));
            } else {
                violations.addAll(member.violations(memberPointer(i)));
            }
        }
    }

    private void requireDistinctEntries() {
        Set<@Nullable UUID> seen = new HashSet<>();
        List<Violation> repeated = new ArrayList<>();
        List<Member> given = requiredMembers();
        for (int i = 0; i < given.size(); i++) {
            if (!seen.add(given.get(i).entry)) {
                repeated.add(Violation.at(memberPointer(i) + "/entry", "repeated"));
            }
        }
        if (!repeated.isEmpty()) {
            throw ProblemType.INVALID_CONTENT.with(repeated);
        }
    }

    /** JSON pointer to a member, in the request and in the response alike. */
    static String memberPointer(int index) {
        return "/members/" + index;
    }

    /** The name without surrounding blanks, of a request that was read. */
    String strippedName() {
        return Objects.requireNonNull(name).strip();
    }

    /** The members of a request that was read. */
    List<Member> requiredMembers() {
        return Objects.requireNonNull(members).stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
