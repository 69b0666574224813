package org.putokaz.editorial.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.entry.EntryAction;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.ExampleFiles;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Allowed actions of an entry: what is listed is not refused for role or state, and what is not listed is. */
@HttpTest
@TestProfile(Apart.class)
class AllowedActionsTest {

    private static final List<String> STATES = List.of(
            "draft", "submitted", "approved", "rejected", "published", "withdrawn", "edited", "scheduled", "redacted");

    /** The states in which editors are tried too; all of them with {@code -Dputokaz.test.thorough=true}. */
    private static final List<String> STATES_FOR_EDITORS =
            Boolean.getBoolean("putokaz.test.thorough") ? STATES : List.of("submitted", "edited");

    /** A patch of nothing, and a link. */
    private static final List<String> WITHOUT_EFFECT = List.of("patch", "preview");

    private static final List<String> OF_EDITORS = List.of("save", "patch", "restore", "preview", "submit");

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private static EntryClient createIn(String state, FamilySample sample) {
        return switch (state) {
            case "edited" -> EntryClient.createIn("published", sample).save(sample.content());
            case "scheduled" -> EntryClient.createIn("published", sample).scheduleWithdrawal("Белешка");
            case "redacted" -> EntryClient.createIn("published", sample).withdraw("safety");
            default -> EntryClient.createIn(state, sample);
        };
    }

    private static List<String> allowedActions(EntryClient entry, Role role) throws IOException {
        JsonNode view = ExampleFiles.body(Tokens.as(role).get(entry.path()));
        List<String> allowed = new ArrayList<>();
        view.get("allowedActions").forEach(action -> allowed.add(action.asText()));
        return allowed;
    }

    private static String scheduling(String action) {
        String at = Instant.now()
                .plus(300, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return "{'at': '" + at + "', 'action': " + action + "}";
    }

    private static Response perform(String action, EntryClient entry, Role role) {
        RequestSpecification request =
                Tokens.as(role).header("If-Match", entry.tag).contentType(ContentType.JSON);
        String path = entry.path();
        return switch (action) {
            case "save" ->
                request.body(EntryClient.json(EntryClient.contentBody(entry.sample.content())))
                        .put(path);
            case "patch" ->
                request.contentType(EntryClient.MERGE_PATCH).body("{}").patch(path);
            case "restore" -> request.post(path + "/revisions/1/restore");
            case "preview" -> request.body("{}").post(path + "/revisions/1/preview");
            case "reject" -> request.body("{\"reason\": \"Не\"}").post(path + "/reject");
            case "withdraw" -> request.body("{\"reason\": \"error\"}").post(path + "/withdraw");
            case "withdraw-for-safety" ->
                request.body("{\"reason\": \"safety\"}").post(path + "/withdraw");
            case "schedule-publish" ->
                request.body(EntryClient.json(scheduling("'publish'"))).put(path + "/schedule");
            case "schedule-withdraw" ->
                request.body(EntryClient.json(scheduling("'withdraw', 'reason': 'error'")))
                        .put(path + "/schedule");
            case "unschedule" -> request.delete(path + "/schedule");
            default -> request.post(path + "/" + action);
        };
    }

    /** Performs an action and cancels what it has scheduled. */
    private static int statusOf(String action, EntryClient entry, Role role) throws IOException {
        int status = perform(action, entry, role).statusCode();
        if (status < 300) {
            entry.get();
            if (allowedActions(entry, Role.APPROVER).contains("unschedule")) {
                perform("unschedule", entry, Role.APPROVER);
                entry.get();
            }
        }
        return status;
    }

    @Test
    void whatIsListedIsAllowedAndNothingElseIs() throws IOException {
        Set<String> offered = new TreeSet<>();
        for (String state : STATES) {
            offered.addAll(assertAllowedAsListed(state, FamilySample.CHANNEL, Role.APPROVER));
        }
        for (String state : STATES_FOR_EDITORS) {
            assertAllowedAsListed(state, FamilySample.CHANNEL, Role.EDITOR);
        }
        assertThat(offered)
                .hasSameElementsAs(Arrays.stream(EntryAction.values())
                        .map(EntryAction::wireName)
                        .toList());
        // Those in which it matters that units need no approval.
        for (String state : List.of("draft", "submitted", "rejected")) {
            assertAllowedAsListed(state, FamilySample.UNIT, Role.APPROVER);
        }
    }

    /** The listed actions, each of which has been tried. */
    private static List<String> assertAllowedAsListed(String state, FamilySample sample, Role role) throws IOException {
        EntryClient entry = createIn(state, sample);
        List<String> listed = allowedActions(entry, role);
        for (EntryAction action : EntryAction.values()) {
            String name = action.wireName();
            String where = sample + " " + state + " " + role + " " + name;
            if (!listed.contains(name)) {
                assertThat(statusOf(name, entry, role)).as(where).isEqualTo(refusal(name, state, role));
            } else if (WITHOUT_EFFECT.contains(name)) {
                assertThat(statusOf(name, entry, role)).as(where).isLessThan(300);
            } else {
                assertThat(statusOf(name, createIn(state, sample), role))
                        .as(where)
                        .isIn(200, 422);
            }
        }
        if (state.equals("scheduled")) {
            perform("unschedule", entry, Role.APPROVER);
        }
        return listed;
    }

    /** The status with which an action that is not listed is refused. */
    private static int refusal(String action, String state, Role role) {
        boolean roleIsEnough = role == Role.APPROVER || OF_EDITORS.contains(action);
        if (!roleIsEnough) {
            return 403;
        }
        if (action.equals("unschedule")) {
            return 404;
        }
        return state.equals("redacted") && action.equals("schedule-publish") ? 422 : 409;
    }

    @Test
    void theAuthorOfATextIsNotOfferedItsApproval() throws IOException {
        FamilySample sample = FamilySample.CHANNEL;
        EntryClient own = EntryClient.fromResponse(
                sample, EntryClient.post(sample, EntryClient.contentBody(sample.content()), Tokens.as(Role.APPROVER)));
        own.submit();
        EntryClient submitted = EntryClient.create(sample, sample.content());
        submitted.transition("submit", "");

        for (EntryClient entry : List.of(own, submitted)) {
            assertThat(allowedActions(entry, Role.APPROVER))
                    .contains("reject")
                    .doesNotContain("approve", "publish", "schedule-publish");
            assertThat(perform("approve", entry, Role.APPROVER).statusCode()).isEqualTo(403);
            assertThat(allowedActions(entry, Role.ADMIN)).contains("approve");
        }
    }

    @Test
    void aListItemHasTheActionsOfTheEntry() throws IOException {
        for (String state : List.of("draft", "submitted", "published", "scheduled")) {
            EntryClient entry = createIn(state, FamilySample.UNIT);
            for (Role role : List.of(Role.EDITOR, Role.APPROVER, Role.ADMIN)) {
                JsonNode item = ExampleFiles.body(
                                Tokens.as(role).get(EntryClient.BASE + entry.sample.family + "?limit=1"))
                        .at("/data/0");
                assertThat(item.get("id").asText()).isEqualTo(entry.id);
                assertThat(item.get("allowedActions"))
                        .extracting(JsonNode::asText)
                        .isEqualTo(allowedActions(entry, role));
            }
            if (state.equals("scheduled")) {
                perform("unschedule", entry, Role.APPROVER);
            }
        }
    }
}
