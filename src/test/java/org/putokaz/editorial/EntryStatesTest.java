package org.putokaz.editorial;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** What can be done in which state, and who may do it. */
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
    void clear() {
        Draft.clear();
    }

    private static Draft in(String state, Sample of) {
        Draft draft = Draft.begin(of, of.content());
        switch (state) {
            case "submitted" -> draft.submit();
            case "approved" -> draft.submit().approve();
            case "rejected" -> draft.submit().reject();
            case "published" -> draft.publish();
            case "withdrawn" -> {
                draft.publish();
                draft.withdraw("error");
            }
            default -> {}
        }
        return draft;
    }

    private static Set<String> allowed(String state, Sample of) {
        Set<String> allowed = new TreeSet<>(
                switch (state) {
                    case "submitted" -> Set.of("approve", "reject");
                    case "approved" -> Set.of("reject", "publish");
                    case "published" -> Set.of("withdraw");
                    default -> Set.of("submit");
                });
        if (!of.needsApproval && List.of("draft", "submitted", "withdrawn").contains(state)) {
            allowed.add("publish");
        }
        return allowed;
    }

    @EveryFamily
    void whatAStateDoesNotAllowIsRefusedAndChangesNothing(Sample of) {
        for (String state : List.of("draft", "submitted", "approved", "rejected", "published", "withdrawn")) {
            Draft draft = in(state, of);
            String tag = draft.tag;
            String before = draft.get().asString();
            assertThat(before).contains("\"status\":\"" + state + "\"");
            for (String action : BODIES.keySet()) {
                if (!allowed(state, of).contains(action)) {
                    Response refused = draft.act(action, BODIES.get(action));
                    assertThat(refused.statusCode())
                            .as(state + " " + action + refused.asString())
                            .isEqualTo(409);
                    assertThat(refused.<String>path("code")).isEqualTo("conflict");
                    assertThat(refused.contentType()).isEqualTo("application/problem+json");
                }
            }
            assertThat(draft.get().asString()).as(state).isEqualTo(before);
            assertThat(draft.tag).as(state).isEqualTo(tag);
            for (String action : allowed(state, of)) {
                assertThat(in(state, of).act(action, BODIES.get(action)).statusCode())
                        .as(state + " " + action)
                        .isEqualTo(200);
            }
        }
    }

    private static String shown(Draft draft) {
        return given().get(draft.publicPath() + "?lang=sr-Cyrl").asString();
    }

    @EveryFamily
    void anEntryGoesRound(Sample of) {
        String first = Sample.newName();
        Draft draft = Draft.published(of, of.content(first));
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("this-revision");
        assertThat(shown(draft)).contains(first);

        String second = Sample.newName();
        draft.save(of.content(second));
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("earlier-revision");
        assertThat(draft.get().<Integer>path("live.revision")).isEqualTo(1);
        assertThat(shown(draft)).contains(first).doesNotContain(second);

        long before = draft.get().<Integer>path("live.position");
        draft.publish();
        assertThat(draft.get().<Integer>path("live.revision")).isEqualTo(2);
        assertThat(draft.get().<Integer>path("live.position")).isEqualTo((int) before + 1);
        assertThat(draft.get("/revisions/1").<String>path("stage")).isEqualTo("superseded");
        assertThat(shown(draft)).contains(second).doesNotContain(first);

        draft.withdraw("error");
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("gone");
        Response gone = given().get(draft.publicPath());
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.<String>path("reason")).isEqualTo("error");

        draft.publish();
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("this-revision");
        assertThat(shown(draft)).contains(second);
    }

    @EveryFamily
    void theAnswerToPublishingIsTheEntryAsItIsShownThen(Sample of) {
        // A word twice: something to warn of.
        Draft draft = Draft.begin(of, of.content("Име двапут двапут"));
        if (of.needsApproval) {
            draft.submit().approve();
        }
        Response published = draft.act("publish", "");
        assertThat(published.<List<?>>path("publishable.errors")).isEmpty();
        assertThat(published.<List<?>>path("publishable.warnings")).isNotEmpty();
        assertThat(published.asString()).isEqualTo(draft.get().asString());

        draft.save(of.content());
        draft.save(of.content("Име опет опет"));
        if (!of.needsApproval) {
            Response earlier = draft.act("publish", "{'revision': 2}");
            assertThat(earlier.<Integer>path("live.revision")).isEqualTo(2);
            assertThat(earlier.<List<?>>path("publishable.warnings")).isNotEmpty();
            assertThat(earlier.asString()).isEqualTo(draft.get().asString());
        }
    }

    @EveryFamily
    void aRevisionOlderThanTheShownOneIsStale(Sample of) {
        Draft draft = Draft.published(of, of.content());
        draft.save(of.content());
        draft.save(of.content());
        draft.publish();
        String before = draft.get().asString();
        for (int old : List.of(1, 2)) {
            Response refused = draft.act("publish", "{'revision': " + old + "}");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.<String>path("detail")).contains("3");
        }
        assertThat(draft.act("publish", "{'revision': 3}").statusCode()).isEqualTo(409);
        for (int none : List.of(4, 0, -1, Integer.MAX_VALUE)) {
            assertThat(draft.act("publish", "{'revision': " + none + "}").statusCode())
                    .isEqualTo(404);
        }
        assertThat(draft.get().asString()).isEqualTo(before);
    }

    @EveryFamily
    void whatStandsInItsPlaceIsShown(Sample of) {
        Draft next = Draft.published(of, of.content());
        Draft draft = Draft.published(of, of.content());
        Draft unseen = Draft.begin(of, of.content());
        for (String none : List.of(draft.id, unseen.id, Sample.unknownId())) {
            Response refused = draft.act("withdraw", "{'reason': 'replaced', 'replacedBy': '" + none + "'}");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/replacedBy");
        }
        for (String reason : List.of("", "{}", "{'reason': null}", "{'reason': 'tired'}", "{'reason': 1}")) {
            assertThat(draft.act("withdraw", reason).statusCode()).as(reason).isEqualTo(400);
        }
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("this-revision");
        assertThat(draft.act("withdraw", "{'reason': 'replaced', 'replacedBy': '" + next.id + "'}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().get(draft.publicPath()).<String>path("replacedBy.id"))
                .isEqualTo(next.id);
    }

    @EveryFamily
    void whatItNamesMustBeSeenByThePublic(Sample of) {
        Draft other = Draft.published(of.named(), of.named().content());
        Draft draft = Draft.begin(of, of.naming(Sample.newName(), other.id));
        assertThat(draft.get().<List<Object>>path("publishable.errors")).isEmpty();
        other.withdraw("error");
        for (String id : List.of(other.id, Sample.unknownId(), Center.GUIDE)) {
            Draft broken = Draft.begin(of, of.naming(Sample.newName(), id));
            assertThat(broken.get().<String>path("publishable.errors[0].pointer"))
                    .isEqualTo(of.pointer());
            if (of.needsApproval) {
                broken.submit().approve();
            }
            String tag = broken.tag;
            Response refused = broken.act("publish", "");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.<String>path("violations[0].pointer")).isEqualTo(of.pointer());
            assertThat(refused.<String>path("violations[0].code")).isEqualTo("reference-not-published");
            assertThat(broken.get().<Object>path("live")).isNull();
            assertThat(broken.tag).isEqualTo(tag);
            assertThat(given().get(broken.publicPath()).statusCode()).isEqualTo(404);
        }
    }

    @EveryFamily
    void onlyApproversChangeWhatThePublicSees(Sample of) {
        Draft draft = in("submitted", of);
        String before = draft.get().asString();
        for (String action : List.of("approve", "reject", "publish", "withdraw")) {
            assertThat(draft.act(action, BODIES.get(action), Draft.editor()).statusCode())
                    .isEqualTo(403);
        }
        for (String action : BODIES.keySet()) {
            assertThat(draft.act(action, BODIES.get(action), Tokens.as(Role.PARTNER))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(draft.act(action, BODIES.get(action), given()).statusCode())
                    .isEqualTo(401);
        }
        for (String below : List.of("", "/revisions", "/revisions/1", "/revisions/1/diff")) {
            assertThat(Tokens.as(Role.PARTNER).get(draft.path() + below).statusCode())
                    .isEqualTo(403);
            assertThat(given().get(draft.path() + below).statusCode()).isEqualTo(401);
        }
        assertThat(draft.put(Draft.wrapped("{}"), Tokens.as(Role.PARTNER)).statusCode())
                .isEqualTo(403);
        assertThat(Draft.post(of, Draft.wrapped("{}"), Tokens.as(Role.PARTNER)).statusCode())
                .isEqualTo(403);
        assertThat(draft.get().asString()).isEqualTo(before);
    }

    @Test
    void nothingNeedBeSaidToPublish() {
        Draft draft = Draft.begin(Sample.EVENT, Sample.EVENT.content());
        assertThat(RawSender.send("POST", draft.path() + "/publish", null, draft.tag, new byte[0])
                        .statusCode())
                .isEqualTo(200);
        assertThat(draft.get().<String>path("publicSees")).isEqualTo("this-revision");
    }

    @Test
    void whatChangedIsSaidToPartnersAndMustBeSaidInSerbian() {
        Draft draft = Draft.begin(Sample.EVENT, Sample.EVENT.content());
        Response refused = draft.act("publish", "{'note': {'en': 'New'}}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/note");
        assertThat(draft.act("publish", "{'importance': 'minor', 'note': {'sr-Cyrl': 'Ново'}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(draft.act("publish", "{'importance': 'huge'}").statusCode()).isEqualTo(400);
        assertThat(draft.act("publish", "{'revison': 1}").statusCode()).isEqualTo(400);
    }
}
