package org.putokaz.editorial.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** The actions of editors in words: who did what to which entry or publishing set. */
@DatabaseTest
@TestProfile(Apart.class)
class ActivityTest {

    private static final String ACTIVITY = EntryClient.BASE + "activity";

    private final String name = FamilySample.uniqueName();

    @AfterEach
    void withdrawPublished() {
        EntryClient.withdrawAllPublished();
    }

    private static Response activity(String query) {
        Response page = EntryClient.editor().urlEncodingEnabled(false).get(ACTIVITY + query);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page;
    }

    private static List<String> texts(EntryClient entry, String language) {
        return activity("?lang=" + language + "&entry=" + entry.id).path("data.text");
    }

    private static void comment(EntryClient entry) {
        Response written = EntryClient.editor()
                .contentType(ContentType.JSON)
                .body("{\"text\": \"Позвати сутра.\"}")
                .post(entry.path() + "/comments");
        assertThat(written.statusCode()).as(written.asString()).isEqualTo(201);
    }

    @Test
    void theWayOfAnEntryIsToldInWords() {
        EntryClient entry = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content(name));
        entry.submit().reject();
        comment(entry);
        entry.get();
        entry.submit().approve();
        entry.transition("publish", "");
        entry.withdraw("error");

        assertThat(texts(entry, "en"))
                .containsExactly(
                        "“" + name + "” was withdrawn by Proba approver: published in error.",
                        "Revision 1 of “" + name + "” was published by Proba approver.",
                        "Revision 1 of “" + name + "” was approved by Proba approver.",
                        "Revision 1 of “" + name + "” was submitted for review by Proba editor.",
                        "A comment on “" + name + "” was written by Proba editor.",
                        "Revision 1 of “" + name + "” was sent back by Proba approver.",
                        "Revision 1 of “" + name + "” was submitted for review by Proba editor.",
                        "Revision 1 of “" + name + "” was saved by Proba editor.");
        assertThat(texts(entry, "sr-Cyrl")).contains("Одобрена је верзија 1 уноса „" + name + "” (Proba approver).");
        assertThat(texts(entry, "sr-Latn")).anyMatch(text -> text.startsWith("Odobrena je verzija 1 unosa „"));
        Response page = activity("?limit=1&entry=" + entry.id);
        assertThat(page.<String>path("data[0].entry.id")).isEqualTo(entry.id);
        assertThat(page.<String>path("data[0].entry.family")).isEqualTo("contact-channels");
        assertThat(page.<String>path("data[0].entry.name")).isEqualTo(name);
        assertThat(page.<String>path("data[0].action")).isEqualTo("withdrawn");
        assertThat(page.<String>path("data[0].actor")).isEqualTo("Proba approver");
        assertThat(page.asString()).doesNotContain("Позвати сутра");
    }

    @Test
    void whatIsScheduledIsToldWithItsTimeWhereTheInstitutionIs() {
        EntryClient entry = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content(name));
        entry.scheduleWithdrawal("Крај.");
        EntryClient.ok(EntryScheduleClient.cancel(entry));

        assertThat(texts(entry, "en").subList(0, 2))
                .allMatch(text -> text.matches(".*“" + name + "”.* for \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d .*"));
        assertThat(texts(entry, "en").get(0))
                .startsWith("The schedule of “")
                .endsWith("was cancelled by Proba approver.");
    }

    @Test
    void theWayOfASetIsToldInWords() {
        EntryClient first = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        EntryClient second = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        PublishingSetClient set = PublishingSetClient.fromResponse(PublishingSetClient.post(PublishingSetClient.body(
                name, PublishingSetClient.publish(first), PublishingSetClient.publish(second))));
        EntryClient.ok(set.approve());
        EntryClient.ok(set.schedule(Instant.parse("2028-06-01T10:00:00Z")));
        EntryClient.ok(set.unschedule());
        EntryClient.ok(set.publish());

        Response page = activity("?lang=en&limit=50");
        List<String> texts = new ArrayList<>(page.path("data.text"));
        texts.removeIf(text -> !text.contains(name));
        assertThat(texts)
                .containsExactly(
                        "The publishing set “" + name + "” with 2 entries was published by Proba approver.",
                        "The schedule of the publishing set “" + name
                                + "” for 2028-06-01 12:00 was cancelled by Proba approver.",
                        "The publishing set “" + name + "” was scheduled for 2028-06-01 12:00 by Proba approver.",
                        "The publishing set “" + name + "” with 2 entries was created by Proba editor.");
        assertThat(page.<List<String>>path("data.set.id")).contains(set.id);
    }

    @Test
    void aTextThatWasDestroyedIsNotNamed() {
        EntryClient entry = EntryClient.createPublished(FamilySample.UNIT, FamilySample.UNIT.content(name));
        entry.withdraw("safety");

        assertThat(texts(entry, "en"))
                .noneMatch(text -> text.contains(name))
                .contains("“" + entry.id + "” was withdrawn by Proba approver: for somebody's safety.");
        assertThat(activity("?entry=" + entry.id).asString()).doesNotContain(name);
    }

    @Test
    void pagesHoldEachActionOnce() {
        EntryClient entry = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content(name));
        entry.submit();
        Response first = activity("?limit=1&entry=" + entry.id);
        Response second = activity("?limit=1&entry=" + entry.id + "&cursor=" + first.path("page.next"));

        assertThat(first.<List<String>>path("data.action")).containsExactly("submitted");
        assertThat(second.<List<String>>path("data.action")).containsExactly("saved");
        assertThat(second.<Object>path("page.next")).isNull();
        Response elsewhere = EntryClient.editor().get(ACTIVITY + "?limit=1&cursor=" + first.path("page.next"));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?entry=x", "?limit=0", "?limit=101", "?cursor=x", "?actor=x", "?lang=xx"})
    void aWrongParameterIsRefused(String query) {
        assertThat(EntryClient.editor().get(ACTIVITY + query).statusCode()).isEqualTo(400);
    }

    @Test
    void onlyEditorsSeeTheActivity() {
        assertThat(Tokens.as(Role.PARTNER).get(ACTIVITY).statusCode()).isEqualTo(403);
        assertThat(RestAssured.get(ACTIVITY).statusCode()).isEqualTo(401);
        assertThat(EntryClient.editor().get("/editorial/v1").<String>path("links.activity"))
                .isEqualTo(ACTIVITY);
    }
}
