package org.putokaz.editorial.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.Draft;
import org.putokaz.editorial.Sample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Four eyes: nobody approves their own work, however they go about it. */
@DatabaseTest
@TestProfile(Apart.class)
class ReviewTest {

    private static final Sample OF = Sample.CHANNEL;

    @AfterEach
    void clear() {
        Draft.clear();
    }

    private static RequestSpecification ana() {
        return Tokens.with(Tokens.of(Role.APPROVER, "Ана"));
    }

    private static RequestSpecification bojan() {
        return Tokens.with(Tokens.of(Role.APPROVER, "Бојан"));
    }

    private static Draft by(RequestSpecification who) {
        return Draft.made(OF, Draft.post(OF, Draft.wrapped(OF.content()), who));
    }

    private static void assertOwnWork(Response refused) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(403);
        assertThat(refused.<String>path("code")).isEqualTo("forbidden");
    }

    @Test
    void nobodyApprovesWhatTheyWrote() {
        Draft draft = by(ana());
        draft.submit();
        assertOwnWork(draft.act("approve", "", ana()));
        assertThat(draft.get().<String>path("status")).isEqualTo("submitted");
        assertThat(draft.act("approve", "", bojan()).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyApprovesWhatTheySubmitted() {
        Draft draft = Draft.begin(OF, OF.content());
        draft.act("submit", "", ana());
        assertOwnWork(draft.act("approve", "", ana()));
    }

    @Test
    void nobodyApprovesWhatTheyHadAHandIn() {
        Draft draft = by(ana());
        draft.put(Draft.wrapped(OF.content()), bojan());
        draft.act("submit", "", bojan());
        assertOwnWork(draft.act("approve", "", ana()));
        assertOwnWork(draft.act("approve", "", bojan()));
        assertThat(draft.act("approve", "").statusCode()).isEqualTo(200);
    }

    @Test
    void restoringIsAHandInIt() {
        Draft draft = Draft.begin(OF, OF.content());
        draft.save(OF.content());
        draft.act("revisions/1/restore", "", ana());
        draft.submit();
        assertOwnWork(draft.act("approve", "", ana()));
    }

    @Test
    void whatThePublicHasSeenCountsNoMore() {
        Draft draft = by(ana());
        draft.submit().act("approve", "", bojan());
        draft.act("publish", "", ana());
        draft.save(OF.content());
        draft.submit();
        assertThat(draft.act("approve", "", ana()).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsShownAgainIsApprovedAgainByAnotherThanItsAuthor() {
        Draft draft = by(ana());
        draft.submit().act("approve", "", bojan());
        draft.act("publish", "", bojan());
        draft.withdraw("error");
        assertThat(draft.act("publish", "").statusCode()).isEqualTo(409);
        draft.submit();
        assertOwnWork(draft.act("approve", "", ana()));
        draft.act("approve", "", bojan());
        assertThat(draft.act("publish", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aLaterEditIsNotApprovedButWhatWasApprovedGoesOut() {
        String approved = Sample.newName();
        Draft draft = Draft.begin(OF, OF.content(approved));
        draft.submit().approve();
        String later = Sample.newName();
        draft.save(OF.content(later));
        assertThat(draft.act("publish", "").statusCode()).isEqualTo(409);
        assertThat(draft.act("publish", "{'revision': 2}").statusCode()).isEqualTo(409);

        Response published = draft.act("publish", "{'revision': 1}");

        assertThat(published.statusCode()).as(published.asString()).isEqualTo(200);
        assertThat(published.<String>path("status")).isEqualTo("draft");
        assertThat(published.<String>path("publicSees")).isEqualTo("earlier-revision");
        assertThat(given().get(draft.publicPath() + "?lang=sr-Cyrl").asString())
                .contains(approved)
                .doesNotContain(later);
        assertThat(draft.act("publish", "").statusCode()).isEqualTo(409);
    }

    @Test
    void whoeverSendsBackSaysWhy() {
        Draft draft = Draft.begin(OF, OF.content()).submit();
        for (String none : java.util.List.of("", "{}", "{'reason': ''}", "{'reason': '  '}", "{'reason': null}")) {
            Response refused = draft.act("reject", none);
            assertThat(refused.statusCode()).as(none).isEqualTo(400);
            assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/reason");
        }
        Response endless = draft.act("reject", "{'reason': '" + "а".repeat(2001) + "'}");
        assertThat(endless.<String>path("violations[0].pointer")).isEqualTo("/reason");

        Response rejected = draft.act("reject", "{'reason': 'Број није проверен.'}");

        assertThat(rejected.<Map<String, Object>>path("review"))
                .containsEntry("reason", "Број није проверен.")
                .containsEntry("submittedBy", "Proba editor")
                .containsEntry("reviewedBy", "Proba approver");
        assertThat(draft.act("publish", "").statusCode()).isEqualTo(409);
        assertThat(draft.submit().get().<String>path("status")).isEqualTo("submitted");
    }

    @Test
    void anAdminIsNoExceptionAndTheirOwnWorkNeitherIs() {
        Draft draft = by(Tokens.asAdmin());
        draft.submit();
        assertOwnWork(draft.act("approve", "", Tokens.asAdmin()));
        assertThat(draft.act("publish", "", Tokens.asAdmin()).statusCode()).isEqualTo(409);
    }

    @Test
    void aFamilyThatAsksForNoApprovalIsPublishedByItsAuthor() {
        Draft draft = Draft.made(Sample.EVENT, Draft.post(Sample.EVENT, Draft.wrapped(Sample.EVENT.content()), ana()));
        assertThat(draft.act("publish", "", ana()).statusCode()).isEqualTo(200);
    }

    @Test
    void evenThereWhatWasSentBackStaysUntilItIsMended() {
        Draft draft = Draft.begin(Sample.EVENT, Sample.EVENT.content()).submit().reject();
        assertThat(draft.act("publish", "").statusCode()).isEqualTo(409);
        draft.save(Sample.EVENT.content());
        assertThat(draft.act("publish", "").statusCode()).isEqualTo(200);
    }
}
