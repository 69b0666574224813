package org.putokaz.editorial.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Schedules that could not be executed now, or are no schedules, are refused. */
@HttpTest
@TestProfile(Apart.class)
class EntryScheduleRefusalTest {

    @AfterEach
    void clear() {
        EntryClient.withdrawAllPublished();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | /action | required",
                "{'action': 'publish'} | 400 | /at | required",
                "{'action': 'publish', 'at': 'sutra'} | 400 | /at | not-a-moment",
                "{'action': 'hide', 'at': 'T'} | 400 | /action | wrong-type",
                "{'action': 'withdraw', 'at': 'T'} | 400 | /reason | required",
                "{'action': 'publish', 'reason': 'error', 'at': 'T'} | 400 | /reason | only-when-withdrawing",
                "{'action': 'publish', 'at': 'T', 'slug': 'x'} | 400 | /slug | unknown-field",
                "{'action': 'publish', 'revision': '1', 'at': 'T'} | 400 | /revision | wrong-type",
                "{'action': 'publish', 'revision': 9, 'at': 'T'} | 422 | /revision | no-such-revision",
                "{'action': 'publish', 'at': '2001-01-01T00:00:00Z'} | 422 | /at | moment-past",
                "{'action': 'publish', 'at': '2101-01-01T00:00:00Z'} | 422 | /at | moment-too-far"
            })
    void everyErrorIsReportedWithItsPointer(String body, int status, String pointer, String code) {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        Response refused = EntryScheduleClient.put(
                draft, body.replace("'T'", "'" + EntryScheduleClient.after(EntryScheduleClient.LATER) + "'"));
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.<List<String>>path("violations.pointer")).contains(pointer);
        assertThat(refused.<List<String>>path("violations.code")).contains(code);
        assertThat(draft.get().<Object>path("schedule")).isNull();
    }

    @Test
    void whatCouldNotBePublishedNowIsNotScheduled() {
        EntryClient unapproved = EntryClient.create(FamilySample.CHANNEL, FamilySample.CHANNEL.content());
        Response conflict =
                EntryScheduleClient.publish(unapproved, EntryScheduleClient.after(EntryScheduleClient.LATER));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.<String>path("detail")).isNotBlank();
        assertThat(EntryScheduleClient.withdraw(unapproved, EntryScheduleClient.after(EntryScheduleClient.LATER))
                        .statusCode())
                .isEqualTo(409);

        EntryClient incomplete = EntryClient.create(FamilySample.EVENT, "{'title': {'sr-Cyrl': 'Проба'}}");
        Response refused =
                EntryScheduleClient.publish(incomplete, EntryScheduleClient.after(EntryScheduleClient.LATER));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("violations.pointer")).contains("/content/date");

        EntryClient homoglyph = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content("Пробa"));
        assertThat(EntryScheduleClient.publish(homoglyph, EntryScheduleClient.after(EntryScheduleClient.LATER))
                        .<List<String>>path("violations.code"))
                .contains("mixed-script");
    }

    @Test
    void onlyApproversWhoHaveReadTheEntryCanScheduleIt() {
        EntryClient draft = EntryClient.create(FamilySample.EVENT, FamilySample.EVENT.content());
        String body = "{'action': 'publish', 'at': '" + EntryScheduleClient.after(EntryScheduleClient.LATER) + "'}";
        String path = draft.path() + "/schedule";
        assertThat(PublishingSetClient.json(EntryClient.editor().header("If-Match", draft.tag), body)
                        .put(path)
                        .statusCode())
                .isEqualTo(403);
        assertThat(EntryClient.editor()
                        .header("If-Match", draft.tag)
                        .delete(path)
                        .statusCode())
                .isEqualTo(403);
        assertThat(PublishingSetClient.json(EntryClient.approver(), body)
                        .put(path)
                        .statusCode())
                .isEqualTo(428);
        assertThat(EntryClient.approver().delete(path).statusCode()).isEqualTo(428);
        draft.tag = "\"99\"";
        assertThat(EntryScheduleClient.put(draft, body).statusCode()).isEqualTo(412);
        assertThat(PublishingSetClient.json(Tokens.as(Role.APPROVER).header("If-Match", "\"1\""), body)
                        .put(EntryClient.BASE + "history-events/" + FamilySample.unknownId() + "/schedule")
                        .statusCode())
                .isEqualTo(404);
    }
}
