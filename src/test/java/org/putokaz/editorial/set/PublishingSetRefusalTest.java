package org.putokaz.editorial.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.EntryScheduleClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.editorial.fixture.PublishingSetClient;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Requests for publishing sets that cannot be served are refused with a pointer to each error, and change nothing. */
@HttpTest
@TestProfile(Apart.class)
class PublishingSetRefusalTest {

    private static final String MEMBER = "{'entry': '" + Center.PHONE + "', 'action': 'publish'}";

    private static int setCount() {
        return EntryClient.editor()
                .get(PublishingSetClient.SETS + "?limit=100")
                .<List<?>>path("data")
                .size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 400 | /name | required",
                "{'name': 'А'} | 400 | /members | required",
                "{'name': ' ', 'members': [M]} | 400 | /name | required",
                "{'name': 7, 'members': [M]} | 400 | /name | wrong-type",
                "{'name': 'А', 'members': []} | 400 | /members | required",
                "{'name': 'А', 'members': {}} | 400 | /members | wrong-type",
                "{'name': 'А', 'members': [null]} | 400 | /members/0 | required",
                "{'name': 'А', 'members': [M], 'at': 'x'} | 400 | /at | unknown-field",
                "{'name': 'А', 'members': [{'action': 'publish'}]} | 400 | /members/0/entry | required",
                "{'name': 'А', 'members': [{'entry': 'E'}]} | 400 | /members/0/action | required",
                "{'name': 'А', 'members': [{'entry': 'x', 'action': 'publish'}]} | 400 | /members/0/entry | wrong-type",
                "{'name': 'А', 'members': [{'entry': 'E', 'action': 'delete'}]} | 400 | /members/0/action | wrong-type",
                "{'name': 'А', 'members': [{'entry': 'E', 'action': 'withdraw'}]} | 400 | /members/0/reason | required",
                "{'name': 'А', 'members': [{'entry': 'E', 'action': 'publish', 'reason': 'error'}]} | 400"
                        + " | /members/0/reason | only-when-withdrawing",
                "{'name': 'А', 'members': [{'entry': 'E', 'action': 'publish', 'replacedBy': 'E'}]} | 400"
                        + " | /members/0/replacedBy | only-when-withdrawing",
                "{'name': 'А', 'members': [{'entry': 'E', 'action': 'publish', 'slug': 'x'}]} | 400"
                        + " | /members/0/slug | unknown-field",
                "{'name': 'А', 'members': [M, M]} | 422 | /members/1/entry | repeated",
                "{'name': 'А', 'members': [M, {'entry': 'U', 'action': 'publish'}]} | 422 | /members/1/entry | no-such-entry",
                "{'name': 'А', 'members': [{'entry': 'E', 'action': 'publish', 'revision': 999}]} | 422"
                        + " | /members/0/revision | no-such-revision",
                "{'name': 'А', 'members': [{'entry': 'E', 'action': 'publish', 'revision': 0}]} | 422"
                        + " | /members/0/revision | no-such-revision"
            })
    void everyErrorIsReportedWithItsPointer(String body, int status, String pointer, String code) {
        int before = setCount();
        Response refused = PublishingSetClient.post(body.replace("M", MEMBER)
                .replace("'E'", "'" + Center.PHONE + "'")
                .replace("'U'", "'" + FamilySample.unknownId() + "'"));
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.<List<String>>path("violations.pointer")).contains(pointer);
        assertThat(refused.<List<String>>path("violations.code")).contains(code);
        assertThat(setCount()).isEqualTo(before);
    }

    @Test
    void moreThanFiveHundredAreTooMany() {
        String members = IntStream.range(0, 501)
                .mapToObj(i -> "{'entry': '" + FamilySample.unknownId() + "', 'action': 'publish'}")
                .collect(Collectors.joining(","));
        Response refused = PublishingSetClient.post(PublishingSetClient.body("Превише", members));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<List<String>>path("violations.code")).containsExactly("too-many");
        assertThat(PublishingSetClient.post(PublishingSetClient.body("А".repeat(201), MEMBER))
                        .<String>path("violations[0].code"))
                .isEqualTo("too-long");
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', 400, required",
        "'{\"at\": null}', 400, required",
        "'{\"at\": 1800000000}', 400, wrong-type",
        "'{\"at\": \"tomorrow\"}', 400, not-a-moment",
        "'{\"at\": \"2030-02-30T00:00:00Z\"}', 400, not-a-moment",
        "'{\"at\": \"2030-02-20\"}', 400, not-a-moment",
        "'{\"at\": \"2030-02-20T00:00:00\"}', 400, not-a-moment",
        "'{\"at\": \"2030-02-20T00:00:00Z\", \"x\": 1}', 400, unknown-field",
        "'{\"at\": \"2001-01-01T00:00:00Z\"}', 422, moment-past",
        "'{\"at\": \"2101-01-01T00:00:00+02:00\"}', 422, moment-too-far"
    })
    void aTimeThatCannotBeScheduledIsRefused(String body, int status, String code) {
        PublishingSetClient set = PublishingSetClient.create(MEMBER);
        Response refused = set.schedule(body);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.<List<String>>path("violations.code")).containsExactly(code);
        assertThat(set.get().<Object>path("schedule")).isNull();
        set.cancel();
    }

    @Test
    void aClientThatHasNotReadTheSetDoesNotChangeIt() {
        PublishingSetClient set = PublishingSetClient.create(MEMBER);
        String request = "{'at': '" + EntryScheduleClient.after(EntryScheduleClient.LATER) + "'}";
        assertThat(List.of(
                        PublishingSetClient.json(EntryClient.editor(), PublishingSetClient.body("А", MEMBER))
                                .put(set.path())
                                .statusCode(),
                        EntryClient.editor().delete(set.path()).statusCode(),
                        EntryClient.approver().post(set.path() + "/approve").statusCode(),
                        EntryClient.approver().post(set.path() + "/publish").statusCode(),
                        PublishingSetClient.json(EntryClient.approver(), request)
                                .put(set.path() + "/schedule")
                                .statusCode(),
                        EntryClient.approver().delete(set.path() + "/schedule").statusCode()))
                .containsOnly(428);
        String staleTag = set.tag;
        set.put(PublishingSetClient.body("Друго", MEMBER));
        set.tag = staleTag;
        assertThat(List.of(
                        set.put(PublishingSetClient.body("А", MEMBER)).statusCode(),
                        set.cancel().statusCode(),
                        set.approve().statusCode(),
                        set.publish().statusCode(),
                        set.schedule(request).statusCode(),
                        set.unschedule().statusCode()))
                .containsOnly(412);
        set.get();
        set.cancel();
    }

    @Test
    void editorsComposeSetsAndApproversPublishThem() {
        PublishingSetClient set = PublishingSetClient.create(MEMBER);
        assertThat(List.of(
                        EntryClient.editor()
                                .header("If-Match", set.tag)
                                .post(set.path() + "/approve")
                                .statusCode(),
                        EntryClient.editor()
                                .header("If-Match", set.tag)
                                .post(set.path() + "/publish")
                                .statusCode(),
                        PublishingSetClient.json(
                                        EntryClient.editor().header("If-Match", set.tag),
                                        "{'at': '" + EntryScheduleClient.after(EntryScheduleClient.LATER) + "'}")
                                .put(set.path() + "/schedule")
                                .statusCode(),
                        EntryClient.editor()
                                .header("If-Match", set.tag)
                                .delete(set.path() + "/schedule")
                                .statusCode(),
                        PublishingSetClient.post(PublishingSetClient.body("А", MEMBER), Tokens.as(Role.PARTNER))
                                .statusCode(),
                        Tokens.as(Role.PARTNER).get(set.path()).statusCode()))
                .containsOnly(403);
        set.cancel();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String unknown = PublishingSetClient.SETS + "/" + FamilySample.unknownId();
        assertThat(List.of(
                        EntryClient.editor().get(unknown).statusCode(),
                        EntryClient.editor()
                                .get(PublishingSetClient.SETS + "/x")
                                .statusCode(),
                        EntryClient.approver()
                                .header("If-Match", "\"1\"")
                                .post(unknown + "/publish")
                                .statusCode(),
                        EntryClient.approver()
                                .header("If-Match", "\"1\"")
                                .delete(unknown + "/schedule")
                                .statusCode()))
                .containsOnly(404);
        assertThat(EntryClient.editor()
                        .get(PublishingSetClient.SETS + "?status=gone")
                        .statusCode())
                .isEqualTo(400);
    }
}
