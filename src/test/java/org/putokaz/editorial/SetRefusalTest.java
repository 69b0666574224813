package org.putokaz.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.putokaz.fixture.Apart;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** What is no publishing set is refused with the place of what is wrong, and leaves nothing behind. */
@HttpTest
@TestProfile(Apart.class)
class SetRefusalTest {

    private static final String MEMBER = "{'entry': '" + Center.PHONE + "', 'action': 'publish'}";

    private static int sets() {
        return Draft.editor()
                .get(Bundle.SETS + "?limit=100")
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
    void whatIsWrongIsSaidByItsPlace(String body, int status, String pointer, String code) {
        int before = sets();
        Response refused = Bundle.post(body.replace("M", MEMBER)
                .replace("'E'", "'" + Center.PHONE + "'")
                .replace("'U'", "'" + Sample.unknownId() + "'"));
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.<List<String>>path("violations.pointer")).contains(pointer);
        assertThat(refused.<List<String>>path("violations.code")).contains(code);
        assertThat(sets()).isEqualTo(before);
    }

    @Test
    void moreThanFiveHundredAreTooMany() {
        String members = IntStream.range(0, 501)
                .mapToObj(i -> "{'entry': '" + Sample.unknownId() + "', 'action': 'publish'}")
                .collect(Collectors.joining(","));
        Response refused = Bundle.post(Bundle.body("Превише", members));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<List<String>>path("violations.code")).containsExactly("too-many");
        assertThat(Bundle.post(Bundle.body("А".repeat(201), MEMBER)).<String>path("violations[0].code"))
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
    void aMomentThatIsNoneIsRefused(String body, int status, String code) {
        Bundle set = Bundle.of(MEMBER);
        Response refused = set.schedule(body);
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.<List<String>>path("violations.code")).containsExactly(code);
        assertThat(set.get().<Object>path("schedule")).isNull();
        set.cancel();
    }

    @Test
    void whoeverHasNotSeenItDoesNotChangeIt() {
        Bundle set = Bundle.of(MEMBER);
        String moment = "{'at': '" + Later.in(Later.PATIENCE) + "'}";
        assertThat(List.of(
                        Bundle.json(Draft.editor(), Bundle.body("А", MEMBER))
                                .put(set.path())
                                .statusCode(),
                        Draft.editor().delete(set.path()).statusCode(),
                        Draft.approver().post(set.path() + "/approve").statusCode(),
                        Draft.approver().post(set.path() + "/publish").statusCode(),
                        Bundle.json(Draft.approver(), moment)
                                .put(set.path() + "/schedule")
                                .statusCode(),
                        Draft.approver().delete(set.path() + "/schedule").statusCode()))
                .containsOnly(428);
        String seen = set.tag;
        set.put(Bundle.body("Друго", MEMBER));
        set.tag = seen;
        assertThat(List.of(
                        set.put(Bundle.body("А", MEMBER)).statusCode(),
                        set.cancel().statusCode(),
                        set.approve().statusCode(),
                        set.publish().statusCode(),
                        set.schedule(moment).statusCode(),
                        set.unschedule().statusCode()))
                .containsOnly(412);
        set.get();
        set.cancel();
    }

    @Test
    void editorsPutTogetherAndApproversLetOut() {
        Bundle set = Bundle.of(MEMBER);
        assertThat(List.of(
                        Draft.editor()
                                .header("If-Match", set.tag)
                                .post(set.path() + "/approve")
                                .statusCode(),
                        Draft.editor()
                                .header("If-Match", set.tag)
                                .post(set.path() + "/publish")
                                .statusCode(),
                        Bundle.json(
                                        Draft.editor().header("If-Match", set.tag),
                                        "{'at': '" + Later.in(Later.PATIENCE) + "'}")
                                .put(set.path() + "/schedule")
                                .statusCode(),
                        Draft.editor()
                                .header("If-Match", set.tag)
                                .delete(set.path() + "/schedule")
                                .statusCode(),
                        Bundle.post(Bundle.body("А", MEMBER), Tokens.as(Role.PARTNER))
                                .statusCode(),
                        Tokens.as(Role.PARTNER).get(set.path()).statusCode()))
                .containsOnly(403);
        set.cancel();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String unknown = Bundle.SETS + "/" + Sample.unknownId();
        assertThat(List.of(
                        Draft.editor().get(unknown).statusCode(),
                        Draft.editor().get(Bundle.SETS + "/x").statusCode(),
                        Draft.approver()
                                .header("If-Match", "\"1\"")
                                .post(unknown + "/publish")
                                .statusCode(),
                        Draft.approver()
                                .header("If-Match", "\"1\"")
                                .delete(unknown + "/schedule")
                                .statusCode()))
                .containsOnly(404);
        assertThat(Draft.editor().get(Bundle.SETS + "?status=gone").statusCode())
                .isEqualTo(400);
    }
}
