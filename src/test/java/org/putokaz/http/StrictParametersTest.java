package org.putokaz.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;

/** Invalid query parameters of every operation: a 400 that names the parameter and says what is allowed. */
@HttpTest
class StrictParametersTest {

    private static final String UNITS = "/api/v1/organisational-units";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Response get(String url) {
        return given().urlEncodingEnabled(false).header("Accept-Language", "en").get(url);
    }

    /** The message of the only violation, which names this parameter. */
    private static String violationMessage(String url, String problem, String parameter) {
        Response response = get(url);
        assertThat(response.statusCode()).as(url).isEqualTo(400);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        JsonNode body = json(response);
        assertThat(body.path("code").asText()).as(url).isEqualTo(problem);
        assertThat(body.path("violations").findValuesAsText("parameter"))
                .as(url)
                .containsExactly(parameter);
        return body.at("/violations/0/message").asText();
    }

    private static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.asByteArray());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static String violationMessage(ContractOperations.Parameter parameter, String value) {
        return violationMessage(
                parameter.path() + "?" + parameter.name() + "=" + value, "invalid-parameter", parameter.name());
    }

    static Stream<String> paths() {
        return ContractOperations.paths();
    }

    static Stream<ContractOperations.Parameter> parameters() {
        return ContractOperations.parameters();
    }

    static Stream<ContractOperations.Parameter> choices() {
        return ContractOperations.parameters()
                .filter(parameter -> !parameter.allowedValues().isEmpty());
    }

    static Stream<ContractOperations.Parameter> flags() {
        return ContractOperations.parameters().filter(parameter -> parameter.hasSchemaValue("type", "boolean"));
    }

    static Stream<ContractOperations.Parameter> ids() {
        return ContractOperations.ofFormat("uuid");
    }

    static Stream<ContractOperations.Parameter> days() {
        return ContractOperations.ofFormat("date");
    }

    static Stream<ContractOperations.Parameter> limits() {
        return ContractOperations.named("limit");
    }

    static Stream<ContractOperations.Parameter> nameLists() {
        return Stream.concat(ContractOperations.named("fields"), ContractOperations.named("include"));
    }

    static Stream<String> listsOfSeveralEntries() {
        return Stream.of(
                UNITS, "/api/v1/history-events", "/api/v1/contact-channels", "/api/v1/contact-channels/open-now");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void anUnknownParameterIsRefusedAndTheKnownOnesAreNamed(String path) {
        List<String> known = ContractOperations.parameters()
                .filter(parameter -> parameter.path().equals(path))
                .map(ContractOperations.Parameter::name)
                .toList();
        for (String name : List.of(
                "x",
                "where[id]",
                "filters[id][$eq]",
                "populate",
                "lookup[a]",
                "LANG",
                "id",
                "format",
                "_method",
                "lang[]",
                "%D0%B6")) {
            String shown = name.replace("%D0%B6", "ж");
            String message = violationMessage(path + "?" + name + "=1", "unknown-parameter", shown);
            assertThat(message).as(path).contains(known);
        }
        assertThat(json(get(path + "?lang=en&x=1")).has("data")).isFalse();
    }

    @Test
    void everyUnknownParameterIsNamed() {
        assertThat(json(get(UNITS + "?b=1&lang=en&a=1&a=2")).path("violations").findValuesAsText("parameter"))
                .containsExactlyInAnyOrder("a", "b");
    }

    @ParameterizedTest
    @MethodSource("choices")
    void aChoiceThatThereIsNotIsRefusedAndThoseThatAreAreNamed(ContractOperations.Parameter parameter) {
        String first = parameter.allowedValues().get(0);
        for (String value : List.of(
                "nonsense", first + "," + first, "%20" + first, first + "%20", first + "%27", "--" + first, "null")) {
            assertThat(violationMessage(parameter, value)).contains(parameter.allowedValues());
        }
        if (!parameter.name().equals("lang")) {
            assertThat(violationMessage(parameter, first.toUpperCase(Locale.ROOT)))
                    .contains(parameter.allowedValues());
        }
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyChoiceThatTheContractNamesIsTaken(ContractOperations.Parameter parameter) {
        for (String token : parameter.allowedValues()) {
            assertThat(get(parameter + "=" + token).statusCode()).as(token).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("flags")
    void aFlagIsTrueOrFalse(ContractOperations.Parameter parameter) {
        for (String value : List.of("maybe", "1", "TRUE", "yes", "true,false", "null")) {
            assertThat(violationMessage(parameter, value)).contains("true, false");
        }
        assertThat(get(parameter + "=true").statusCode()).isEqualTo(200);
        assertThat(get(parameter + "=false").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void anIdIsAWholeUuid(ContractOperations.Parameter parameter) {
        for (String value : List.of(
                "1abc", "1", Center.CENTER.replace("-", ""), Center.CENTER_SLUG, "%7B" + Center.CENTER + "%7D")) {
            assertThat(violationMessage(parameter, value)).contains("UUID");
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void anIdOfNoEntryFindsNothing(ContractOperations.Parameter parameter) {
        assertThat(json(get(parameter + "=00000000-0000-7000-8000-000000000000"))
                        .get("data"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/organisational-units",
                "/api/v1/history-events",
                "/api/v1/contact-channels",
                "/api/v1/help-guides"
            })
    void idsAndSlugsAreAListOfAHundredAtMost(String list) {
        String id = Center.CENTER + ",";
        assertThat(violationMessage(list + "?ids=" + id.repeat(100) + Center.CENTER, "invalid-parameter", "ids"))
                .contains("100", "101");
        assertThat(get(list + "?ids=" + id.repeat(99) + Center.CENTER).statusCode())
                .isEqualTo(200);
        assertThat(violationMessage(list + "?slug=" + "a,".repeat(100) + "a", "invalid-parameter", "slug"))
                .contains("100", "101");
        assertThat(violationMessage(list + "?ids=" + id, "invalid-parameter", "ids"))
                .contains("UUID");
        for (String slugs : List.of("a,", ",a", "a,,b", "A", "a%20", "a-", Center.CENTER_SLUG + ",%D0%B6")) {
            assertThat(violationMessage(list + "?slug=" + slugs, "invalid-parameter", "slug"))
                    .contains("a to z");
        }
    }

    @Test
    void aMonthOrAYearExists() {
        String events = "/api/v1/history-events";
        assertThat(violationMessage(events + "?from=2012-13", "invalid-parameter", "from"))
                .contains("no month 2012-13");
        assertThat(violationMessage(events + "?to=12.2012", "invalid-parameter", "to"))
                .contains("yyyy-mm");
        assertThat(violationMessage(events + "?from=2012-05&to=2012-04", "invalid-parameter", "to"))
                .contains("before");
        assertThat(get(events + "?from=2012-04&to=2012-04").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("days")
    void aDayExists(ContractOperations.Parameter parameter) {
        for (String value : List.of("2011-02-29", "2012-13-01", "0000-00-00", "2012-04-31")) {
            assertThat(violationMessage(parameter, value)).contains(value);
        }
        for (String value : List.of("12.04.2012", "2012", "2012-4-1", "today", "2012-04-13T00:00:00Z", "20120413")) {
            assertThat(violationMessage(parameter, value)).contains("yyyy-mm-dd");
        }
        for (String value : List.of("0001-01-01", "9999-12-31", "2012-02-29")) {
            assertThat(get(parameter + "=" + value).statusCode()).as(value).isEqualTo(200);
        }
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() {
        String events = "/api/v1/history-events";
        assertThat(violationMessage(events + "?from=2012-04-13&to=2012-04-12", "invalid-parameter", "to"))
                .contains("before");
        assertThat(get(events + "?from=2012-04-13&to=2012-04-13").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aLimitIsAWholeNumberFrom1ToTheMaximum(ContractOperations.Parameter parameter) {
        int max = parameter.schema().get("maximum").asInt();
        assertThat(max).isIn(100, 1000);
        for (String value : List.of("0", "" + (max + 1), "-1", "1e3", "1.0", "abc", "%2B1", "0x10", "9".repeat(20))) {
            assertThat(violationMessage(parameter, value)).contains("1", "" + max);
        }
        assertThat(get(parameter + "=1").statusCode()).isEqualTo(200);
        assertThat(get(parameter + "=" + max).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void aParameterStandsOnceUnlessItIsAListAndHasAValue(ContractOperations.Parameter parameter) {
        String first = parameter.name().substring(0, 1);
        String encoded =
                "%" + Integer.toHexString(first.charAt(0)) + parameter.name().substring(1);
        if (!parameter.hasSchemaValue("type", "array")) {
            assertThat(violationMessage(
                            parameter + "=1&" + parameter.name() + "=1", "invalid-parameter", parameter.name()))
                    .contains("once");
            assertThat(violationMessage(parameter + "=1&" + encoded + "=2", "invalid-parameter", parameter.name()))
                    .contains("once");
        }
        violationMessage(parameter + "=", "invalid-parameter", parameter.name());
        violationMessage(parameter.toString(), "invalid-parameter", parameter.name());
    }

    @ParameterizedTest
    @MethodSource("nameLists")
    void namesComeFromTheListAndEachOnce(ContractOperations.Parameter parameter) {
        for (String value : List.of(
                "nonsense", "*", "id,id,", ",", "id,,slug", "data", "included", "ID", "localisation.language")) {
            assertThat(violationMessage(parameter, value)).contains("each at most once");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "e", "english", "sr_Latn", "sr-Latn'--", "1", "x-"})
    void aLanguageFilterIsALanguageRange(String value) {
        violationMessage(UNITS + "?language=" + value, "invalid-parameter", "language");
    }

    private static String next(String url) {
        return json(get(url)).at("/page/next").asText();
    }

    private static String cursorViolationMessage(String url) {
        return violationMessage(url, "invalid-cursor", "cursor");
    }

    @ParameterizedTest
    @MethodSource("listsOfSeveralEntries")
    void aCursorIsTakenAsItWasGivenOrNotAtAll(String list) {
        String cursor = next(list + "?limit=1");
        assertThat(get(list + "?limit=1&cursor=" + cursor).statusCode()).isEqualTo(200);

        char other = cursor.charAt(20) == 'A' ? 'B' : 'A';
        byte[] random = new byte[90];
        new Random(1).nextBytes(random);
        for (String made : List.of(
                cursor.substring(0, 20) + other + cursor.substring(21),
                cursor.substring(0, cursor.length() - 1),
                cursor.substring(0, 10),
                cursor + "=",
                cursor + cursor,
                "A".repeat(3000),
                java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(random),
                "null",
                "0",
                "%27%20or%201=1--")) {
            assertThat(cursorViolationMessage(list + "?limit=1&cursor=" + made))
                    .contains("no cursor that this server gave out");
        }
    }

    @ParameterizedTest
    @MethodSource("listsOfSeveralEntries")
    void aCursorOfAnotherListIsRefused(String list) {
        String foreign = next((list.equals(UNITS) ? "/api/v1/history-events" : UNITS) + "?limit=1");
        assertThat(cursorViolationMessage(list + "?cursor=" + foreign)).contains("belongs to another query");
        assertThat(cursorViolationMessage("/api/v1/help-guides?cursor=" + foreign))
                .contains("belongs to another query");
    }

    @Test
    void aCursorOfAnotherFilterOrOrderIsRefused() {
        String cursor = next(UNITS + "?limit=1");
        for (String query :
                List.of("kind=service", "sort=-sortOrder", "sort=name", "status=active", "parent=" + Center.CENTER)) {
            assertThat(cursorViolationMessage(UNITS + "?" + query + "&cursor=" + cursor))
                    .contains("belongs to another query");
        }
    }

    @Test
    void aCursorByNameBelongsToItsLanguageAndAnyOtherDoesNot() {
        String byName = next(UNITS + "?sort=name&limit=1&lang=sr-Latn");
        assertThat(cursorViolationMessage(UNITS + "?sort=name&lang=sr-Cyrl&cursor=" + byName))
                .contains("језик");
        String byOrder = next(UNITS + "?limit=1&lang=sr-Latn");
        assertThat(get(UNITS + "?lang=en&cursor=" + byOrder).statusCode()).isEqualTo(200);
    }

    @Test
    void aCursorDoesNotCareHowLongThePageIsOrWhatItShows() {
        String cursor = next(UNITS + "?limit=1");
        assertThat(json(get(UNITS + "?limit=50&count=true&fields=id&include=parent&cursor=" + cursor))
                        .get("data"))
                .hasSize(3);
    }
}
