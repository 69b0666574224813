package org.putokaz.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.SettableClock;
import org.putokaz.http.response.HttpDateFormat;
import org.putokaz.live.read.LiveEntryRepository;

/** Entity tags, content codings, conditional requests and dates, none of which Quarkus handles so by itself. */
@HttpTest
class ConditionalRequestsTest {

    private static final String UNITS = "/api/v1/organisational-units?lang=en";
    private static final String GZIP = "Accept-Encoding: gzip";

    @Inject
    LiveEntryRepository entries;

    @AfterEach
    void letTheClockRun() {
        SettableClock.run();
    }

    private void setClock(Duration sinceTheLastChange) {
        SettableClock.set(entries.feedState().changedAt().plus(sinceTheLastChange));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UNITS,
                "/api/v1/help-guides/nothing-here",
                "/api/v1/history-events?x=1",
                "/api/v1/%zz",
                "/nope",
                "/docs/",
                "/openapi.json"
            })
    void everyAnswerHasItsDateInTheOneFormOfHttp(String target) {
        SettableClock.set(Instant.parse("2026-11-03T09:08:07Z"));
        assertThat(RawHttp.get(target).header("Date")).isEqualTo("Tue, 03 Nov 2026 09:08:07 GMT");
    }

    @Test
    void gzipAndIdentityAreTwoRepresentationsOfTheSame() {
        RawHttp.Response identity = RawHttp.get(UNITS);
        RawHttp.Response gzip = RawHttp.get(UNITS, GZIP);

        assertThat(identity.header("Content-Encoding")).isNull();
        assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(gzip.decompressed()).isEqualTo(identity.text());
        assertThat(gzip.header("ETag")).isNotEqualTo(identity.header("ETag")).startsWith("\"");
        assertThat(identity.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(gzip.header("Vary")).isEqualTo("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/help-guides/nothing-here", "/api/v1/history-events?x=1", "/nope", "/api/v1/%zz"})
    void aProblemHasNoContentEncodingAtAll(String target) {
        assertThat(RawHttp.get(target, GZIP).header("Content-Encoding")).isNull();
    }

    @Test
    void aSmallAnswerIsNeverCodedAndDoesNotVaryByCoding() {
        RawHttp.Response small = RawHttp.get("/api/v1/problems/gone?lang=en", GZIP);
        assertThat(small.header("Content-Encoding")).isNull();
        assertThat(String.valueOf(small.header("Vary"))).doesNotContain("Accept-Encoding");
    }

    @Test
    void aConditionHoldsWithEitherCodingsTagStrongOrWeakAloneOrInAList() {
        String identity = RawHttp.get(UNITS).header("ETag");
        String gzip = RawHttp.get(UNITS, GZIP).header("ETag");
        for (String condition : Set.of(
                identity,
                gzip,
                "W/" + identity,
                "W/" + gzip,
                "\"x\", " + identity,
                "\"x\",W/" + gzip + ",\"y\"",
                "*")) {
            assertThat(RawHttp.get(UNITS, "If-None-Match: " + condition).status())
                    .as(condition)
                    .isEqualTo(304);
            assertThat(RawHttp.get(UNITS, GZIP, "If-None-Match: " + condition).status())
                    .as(condition)
                    .isEqualTo(304);
        }
    }

    /** The second path is not stored by the response cache. */
    @ParameterizedTest
    @ValueSource(strings = {UNITS, "/api/v1/problems?lang=en"})
    void headersMayStandOnSeveralLines(String path) {
        String tag = RawHttp.get(path).header("ETag");
        assertThat(RawHttp.get(path, "If-None-Match: \"x\"", "If-None-Match: " + tag)
                        .status())
                .isEqualTo(304);
        assertThat(RawHttp.get(path, "Accept-Encoding: br", "Accept-Encoding: gzip")
                        .header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "W/\"x\"", "x", "\"x", "\"\"", ","})
    void anotherTagBringsTheWholeAnswer(String condition) {
        RawHttp.Response response = RawHttp.get(UNITS, "If-None-Match: " + condition);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isNotEmpty();
    }

    @Test
    void aTagNamesOneLanguageOneQueryAndOneShape() {
        assertThat(Set.of(
                        Objects.requireNonNull(RawHttp.get(UNITS).header("ETag")),
                        RawHttp.get("/api/v1/organisational-units?lang=sr-Latn").header("ETag"),
                        RawHttp.get(UNITS + "&limit=1").header("ETag"),
                        RawHttp.get(UNITS + "&fields=id").header("ETag")))
                .hasSize(4);
    }

    @Test
    void notModifiedHasTheHeadersOfTheWholeAnswerAndNoBody() {
        setClock(Duration.ofMinutes(1));
        RawHttp.Response whole = RawHttp.get(UNITS);
        RawHttp.Response unchanged = RawHttp.get(UNITS, "If-None-Match: " + whole.header("ETag"));

        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        for (String name : Set.of("ETag", "Cache-Control", "Vary", "Last-Modified", "Content-Language", "Date")) {
            assertThat(unchanged.header(name)).as(name).isNotNull().isEqualTo(whole.header(name));
        }
        assertThat(unchanged.header("Content-Encoding")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                UNITS,
                "/api/v1/organisational-units/" + Center.CENTER,
                "/api/v1/help-guides/nothing-here",
                "/api/v1/history-events?x=1",
                "/api/v1/problems/gone",
                "/nope",
                "/openapi.json"
            })
    void headIsGetWithoutTheBody(String target) {
        setClock(Duration.ofMinutes(1));
        for (String coding : Set.of("identity", "gzip")) {
            RawHttp.Response get = RawHttp.get(target, "Accept-Encoding: " + coding);
            RawHttp.Response head = RawHttp.head(target, "Accept-Encoding: " + coding);
            assertThat(head.status()).isEqualTo(get.status());
            assertThat(head.body()).isEmpty();
            assertThat(withoutLength(head)).isEqualTo(withoutLength(get));
        }
    }

    /** A HEAD may leave Content-Length out (RFC 9110, section 9.3.2). */
    private static Map<String, String> withoutLength(RawHttp.Response response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.toString()));
        headers.remove("content-length");
        return headers;
    }

    @Test
    void headTakesConditions() {
        String tag = RawHttp.head(UNITS).header("ETag");
        assertThat(RawHttp.head(UNITS, "If-None-Match: " + tag).status()).isEqualTo(304);
    }

    @Test
    void theDateOfTheLastChangeIsSaidOnceItIsASecondOld() {
        setClock(Duration.ZERO);
        assertThat(RawHttp.get(UNITS).header("Last-Modified")).isNull();
        setClock(Duration.ofSeconds(2));
        assertThat(RawHttp.get(UNITS).header("Last-Modified"))
                .isEqualTo(HttpDateFormat.format(entries.feedState().changedAt()));
    }

    @Test
    void notModifiedSinceTheLastChangeAndModifiedSinceBefore() {
        setClock(Duration.ofMinutes(1));
        Instant change = entries.feedState().changedAt();
        assertThat(since(change)).isEqualTo(304);
        assertThat(since(change.plusSeconds(30))).isEqualTo(304);
        assertThat(since(change.minusSeconds(1))).isEqualTo(200);
    }

    private static int since(Instant moment) {
        return RawHttp.get(UNITS, "If-Modified-Since: " + HttpDateFormat.format(moment))
                .status();
    }

    @Test
    void aTagOutweighsADate() {
        setClock(Duration.ofMinutes(1));
        String longSince = "If-Modified-Since: Fri, 31 Dec 2100 23:59:59 GMT";
        assertThat(RawHttp.get(UNITS, longSince).status()).isEqualTo(304);
        assertThat(RawHttp.get(UNITS, longSince, "If-None-Match: \"x\"").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2100-01-01T00:00:00Z", "Mon, 06 Nov 2094 08:49:37 GMT"})
    void aDateThatIsNoneIsIgnored(String date) {
        setClock(Duration.ofMinutes(1));
        assertThat(RawHttp.get(UNITS, "If-Modified-Since: " + date).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UNITS,
                "/api/v1/organisational-units/" + Center.CENTER,
                "/api/v1/history-events",
                "/api/v1/help-guides/" + Center.GUIDE_SLUG,
                "/api/v1/problems"
            })
    void aSharedCacheMayKeepAResponseForAMinute(String target) {
        assertThat(RawHttp.get(target).header("Cache-Control")).isEqualTo("public, max-age=60, stale-if-error=600");
    }

    @Test
    void nothingThatDependsOnTheDayIsKeptPastMidnight() {
        SettableClock.set(Instant.parse("2026-11-30T22:59:40Z"));
        assertThat(RawHttp.get("/api/v1/organisational-units?status=active").header("Cache-Control"))
                .isEqualTo("public, max-age=20");
    }

    @Test
    void problemsAreNotKeptButForWhatIsNotThere() {
        assertThat(RawHttp.get("/api/v1/history-events?x=1").header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(RawHttp.send("POST", "/api/v1").header("Cache-Control")).isEqualTo("no-store");
        assertThat(RawHttp.get("/api/v1/help-guides/nothing-here").header("Cache-Control"))
                .isEqualTo("public, max-age=30");
    }
}
