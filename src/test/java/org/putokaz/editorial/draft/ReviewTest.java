package org.putokaz.editorial.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Four-eyes review: no actor approves a revision to which they contributed. */
@HttpTest
@TestProfile(Apart.class)
class ReviewTest {

    private static final FamilySample SAMPLE = FamilySample.CHANNEL;

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private static RequestSpecification ana() {
        return Tokens.with(Tokens.of(Role.APPROVER, "Ана"));
    }

    private static RequestSpecification bojan() {
        return Tokens.with(Tokens.of(Role.APPROVER, "Бојан"));
    }

    private static EntryClient createAs(RequestSpecification author) {
        return EntryClient.fromResponse(
                SAMPLE, EntryClient.post(SAMPLE, EntryClient.contentBody(SAMPLE.content()), author));
    }

    private static void assertOwnWork(Response refused) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(403);
        assertThat(refused.<String>path("code")).isEqualTo("forbidden");
    }

    @Test
    void nobodyApprovesWhatTheyWrote() {
        EntryClient draft = createAs(ana());
        draft.submit();
        assertOwnWork(draft.transition("approve", "", ana()));
        assertThat(draft.get().<String>path("status")).isEqualTo("submitted");
        assertThat(draft.transition("approve", "", bojan()).statusCode()).isEqualTo(200);
    }

    @Test
    void contentThatBreaksARuleIsNotApproved() {
        EntryClient draft = EntryClient.fromResponse(
                SAMPLE, EntryClient.post(SAMPLE, EntryClient.contentBody("{'kind': 'phone'}"), ana()));
        draft.submit();
        assertOwnWork(draft.transition("approve", "", ana()));
        Response refused = draft.transition("approve", "", bojan());
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(409);
        assertThat(refused.<List<String>>path("violations.pointer")).contains("/content/label", "/content/value");
        assertThat(draft.get().<String>path("status")).isEqualTo("submitted");
    }

    @Test
    void nobodyApprovesWhatTheySubmitted() {
        EntryClient draft = EntryClient.create(SAMPLE, SAMPLE.content());
        draft.transition("submit", "", ana());
        assertOwnWork(draft.transition("approve", "", ana()));
    }

    @Test
    void nobodyApprovesWhatTheyContributedTo() {
        EntryClient draft = createAs(ana());
        draft.put(EntryClient.contentBody(SAMPLE.content()), bojan());
        draft.transition("submit", "", bojan());
        assertOwnWork(draft.transition("approve", "", ana()));
        assertOwnWork(draft.transition("approve", "", bojan()));
        assertThat(draft.transition("approve", "").statusCode()).isEqualTo(200);
    }

    @Test
    void restoringCountsAsWriting() {
        EntryClient draft = EntryClient.create(SAMPLE, SAMPLE.content());
        draft.save(SAMPLE.content());
        draft.transition("revisions/1/restore", "", ana());
        draft.submit();
        assertOwnWork(draft.transition("approve", "", ana()));
    }

    @Test
    void whatThePublicHasSeenCountsNoMore() {
        EntryClient draft = createAs(ana());
        draft.submit().transition("approve", "", bojan());
        draft.transition("publish", "", ana());
        draft.save(SAMPLE.content());
        draft.submit();
        assertThat(draft.transition("approve", "", ana()).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsShownAgainIsApprovedAgainByAnotherThanItsAuthor() {
        EntryClient draft = createAs(ana());
        draft.submit().transition("approve", "", bojan());
        draft.transition("publish", "", bojan());
        draft.withdraw("error");
        assertThat(draft.transition("publish", "").statusCode()).isEqualTo(409);
        draft.submit();
        assertOwnWork(draft.transition("approve", "", ana()));
        draft.transition("approve", "", bojan());
        assertThat(draft.transition("publish", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aLaterEditIsNotApprovedButWhatWasApprovedGoesOut() {
        String approved = FamilySample.uniqueName();
        EntryClient draft = EntryClient.create(SAMPLE, SAMPLE.content(approved));
        draft.submit().approve();
        String later = FamilySample.uniqueName();
        draft.save(SAMPLE.content(later));
        assertThat(draft.transition("publish", "").statusCode()).isEqualTo(409);
        assertThat(draft.transition("publish", "{'revision': 2}").statusCode()).isEqualTo(409);

        Response published = draft.transition("publish", "{'revision': 1}");

        assertThat(published.statusCode()).as(published.asString()).isEqualTo(200);
        assertThat(published.<String>path("status")).isEqualTo("draft");
        assertThat(published.<String>path("publicSees")).isEqualTo("earlier-revision");
        assertThat(given().get(draft.publicPath() + "?lang=sr-Cyrl").asString())
                .contains(approved)
                .doesNotContain(later);
        assertThat(draft.transition("publish", "").statusCode()).isEqualTo(409);
    }

    @Test
    void aRejectionNeedsAReason() {
        EntryClient draft = EntryClient.create(SAMPLE, SAMPLE.content()).submit();
        for (String none : java.util.List.of("", "{}", "{'reason': ''}", "{'reason': '  '}", "{'reason': null}")) {
            Response refused = draft.transition("reject", none);
            assertThat(refused.statusCode()).as(none).isEqualTo(400);
            assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/reason");
        }
        Response endless = draft.transition("reject", "{'reason': '" + "а".repeat(2001) + "'}");
        assertThat(endless.<String>path("violations[0].pointer")).isEqualTo("/reason");

        Response rejected = draft.transition("reject", "{'reason': 'Број није проверен.'}");

        assertThat(rejected.<Map<String, Object>>path("review"))
                .containsEntry("reason", "Број није проверен.")
                .containsEntry("submittedBy", "Proba editor")
                .containsEntry("reviewedBy", "Proba approver");
        assertThat(draft.transition("publish", "").statusCode()).isEqualTo(409);
        assertThat(draft.submit().get().<String>path("status")).isEqualTo("submitted");
    }

    @Test
    void anAdminIsNoExceptionAndTheirOwnWorkNeitherIs() {
        EntryClient draft = createAs(Tokens.asAdmin());
        draft.submit();
        assertOwnWork(draft.transition("approve", "", Tokens.asAdmin()));
        assertThat(draft.transition("publish", "", Tokens.asAdmin()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aFamilyThatAsksForNoApprovalIsPublishedByItsAuthor() {
        EntryClient draft = EntryClient.fromResponse(
                FamilySample.EVENT,
                EntryClient.post(FamilySample.EVENT, EntryClient.contentBody(FamilySample.EVENT.content()), ana()));
        assertThat(draft.transition("publish", "", ana()).statusCode()).isEqualTo(200);
    }

    @Test
    void evenThereARejectedRevisionIsNotPublished() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content())
                .submit()
                .reject();
        assertThat(draft.transition("publish", "").statusCode()).isEqualTo(409);
        draft.save(FamilySample.EVENT.content());
        assertThat(draft.transition("publish", "").statusCode()).isEqualTo(200);
    }
}
