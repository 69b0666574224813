package org.putokaz.editorial.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EveryFamilyTest;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** State transitions of an entry: which are allowed in which state, and for which role. */
@DatabaseTest
@TestProfile(Apart.class)
class EntryStatesTest {

    private static final Map<String, String> BODIES = Map.of(
            "submit",
            "",
            "approve",
            "",
            "reject",
            "{'reason': 'Не'}",
            "publish",
            "",
            "withdraw",
            "{'reason': 'error'}");

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private static Set<String> allowed(String state, FamilySample sample) {
        Set<String> allowed = new TreeSet<>(
                switch (state) {
                    case "submitted" -> Set.of("approve", "reject");
                    case "approved" -> Set.of("reject", "publish");
                    case "published" -> Set.of("withdraw");
                    default -> Set.of("submit");
                });
        if (!sample.needsApproval && List.of("draft", "submitted", "withdrawn").contains(state)) {
            allowed.add("publish");
        }
        return allowed;
    }

    @EveryFamilyTest
    void whatAStateDoesNotAllowIsRefusedAndChangesNothing(FamilySample sample) {
        for (String state : List.of("draft", "submitted", "approved", "rejected", "published", "withdrawn")) {
            EntryClient draft = EntryClient.createIn(state, sample);
            assertOthersAreRefused(draft, state);
            // What was refused has changed nothing, so the first allowed transition needs no new entry.
            List<String> actions = List.copyOf(allowed(state, sample));
            assertAllowed(draft, actions.get(0), state);
            actions.stream()
                    .skip(1)
                    .forEach(action -> assertAllowed(EntryClient.createIn(state, sample), action, state));
        }
    }

    private static void assertAllowed(EntryClient draft, String action, String state) {
        assertThat(draft.transition(action, BODIES.get(action)).statusCode())
                .as(state + " " + action)
                .isEqualTo(200);
    }

    private static void assertOthersAreRefused(EntryClient draft, String state) {
        String tag = draft.tag;
        String before = draft.get().asString();
        assertThat(before).contains("\"status\":\"" + state + "\"");
        for (String action : BODIES.keySet()) {
            if (!allowed(state, draft.sample).contains(action)) {
                Response refused = draft.transition(action, BODIES.get(action));
                assertThat(refused.statusCode())
                        .as(state + " " + action + refused.asString())
                        .isEqualTo(409);
                assertThat(refused.<String>path("code")).isEqualTo("conflict");
                assertThat(refused.contentType()).isEqualTo("application/problem+json");
            }
        }
        assertThat(draft.get().asString()).as(state).isEqualTo(before);
        assertThat(draft.tag).as(state).isEqualTo(tag);
    }

    @EveryFamilyTest
    void onlyApproversChangeWhatThePublicSees(FamilySample sample) {
        EntryClient draft = EntryClient.createIn("submitted", sample);
        String before = draft.get().asString();
        for (String action : List.of("approve", "reject", "publish", "withdraw")) {
            assertThat(draft.transition(action, BODIES.get(action), EntryClient.editor())
                            .statusCode())
                    .isEqualTo(403);
        }
        for (String action : BODIES.keySet()) {
            assertThat(draft.transition(action, BODIES.get(action), Tokens.as(Role.PARTNER))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(draft.transition(action, BODIES.get(action), given()).statusCode())
                    .isEqualTo(401);
        }
        for (String below : List.of("", "/revisions", "/revisions/1", "/revisions/1/diff")) {
            assertThat(Tokens.as(Role.PARTNER).get(draft.path() + below).statusCode())
                    .isEqualTo(403);
            assertThat(given().get(draft.path() + below).statusCode()).isEqualTo(401);
        }
        assertThat(draft.put(EntryClient.contentBody("{}"), Tokens.as(Role.PARTNER))
                        .statusCode())
                .isEqualTo(403);
        assertThat(EntryClient.post(sample, EntryClient.contentBody("{}"), Tokens.as(Role.PARTNER))
                        .statusCode())
                .isEqualTo(403);
        assertThat(draft.get().asString()).isEqualTo(before);
    }
}
