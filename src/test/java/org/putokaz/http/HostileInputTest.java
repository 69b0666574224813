package org.putokaz.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.HttpTest;

/** Hostile input in parameter names and values, paths and headers: never a 5xx, never slow, no error in the log. */
@HttpTest
class HostileInputTest {

    /** A response takes milliseconds, a backtracking parser minutes. The machine may be busy. */
    private static final Duration MAX_DURATION = Duration.ofSeconds(2);

    private static final List<String> TEXTS = List.of(
            "'",
            "\"",
            "''",
            "--",
            "';--",
            "::",
            "$1",
            ":limit",
            "?1",
            "\\",
            "\\'",
            "%",
            "_",
            "*/",
            "/*",
            ")",
            "' or '1'='1",
            "1; drop table entry",
            "${jndi:ldap://localhost/a}",
            "#{1+1}",
            "{{1+1}}",
            "<script>alert(1)</script>",
            "../../etc",
            "\uFEFF",
            "\u202E",
            "\uD83D\uDE00",
            "null",
            "undefined",
            "NaN",
            "[]",
            "{}",
            "a".repeat(3000));

    private static final Set<String> WELL_FORMED = Set.of("language", "slug");

    static Stream<String> paths() {
        return ContractOperations.paths();
    }

    static Stream<ContractOperations.Parameter> parameters() {
        return ContractOperations.parameters();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void check(RawHttp.Response response, String what, Integer... statuses) {
        assertThat(response.status()).as(what).isIn((Object[]) statuses);
        assertThat(response.header("Content-Type"))
                .as(what)
                .isEqualTo(response.status() == 200 ? "application/json" : "application/problem+json");
        assertThat(response.text()).as(what).doesNotContainIgnoringCase("sql", "exception");
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void inAValueItIsRefused(ContractOperations.Parameter parameter) {
        try (LogCapture logs = new LogCapture()) {
            for (String text : TEXTS) {
                // "NaN" is a well-formed language tag and "null" a well-formed slug, though no content has them.
                Integer[] statuses =
                        WELL_FORMED.contains(parameter.name()) ? new Integer[] {200, 400} : new Integer[] {400};
                check(RawHttp.get(parameter + "=" + encoded(text)), text, statuses);
            }
            check(RawHttp.get(parameter + "=" + "a".repeat(10_000)), "10 kB", 414);
            assertThat(logs.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void inANameItIsRefused(String path) {
        try (LogCapture logs = new LogCapture()) {
            for (String text : TEXTS) {
                check(RawHttp.get(path + "?" + encoded(text) + "=1"), text, 400);
                check(RawHttp.get(path + "?lang" + encoded(text) + "=en"), text, 400);
            }
            check(RawHttp.get(path + "?" + "a".repeat(10_000) + "=1"), "10 kB", 414);
            assertThat(logs.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/organisational-units/",
                "/api/v1/history-events/",
                "/api/v1/contact-channels/",
                "/api/v1/help-guides/",
                "/api/v1/help-guides/potrebna-ti-je-pomoc/steps/",
                "/api/v1/problems/"
            })
    void inAPathItFindsNothing(String path) {
        try (LogCapture logs = new LogCapture()) {
            for (String text : TEXTS) {
                String segment = encoded(text).replace("+", "%20");
                check(RawHttp.get(path + segment), text, 404);
                check(RawHttp.get(path + segment + "/steps"), text, 404);
            }
            assertThat(logs.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1000", "100"})
    void manyParametersAreRefusedQuickly(int many) {
        String query = "a=1&".repeat(many);
        check(quickly("/api/v1/history-events?" + query), many + " parameters", 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept",
                "Accept-Language",
                "Accept-Encoding",
                "If-None-Match",
                "If-Modified-Since",
                "Prefer",
                "Range",
                "Cookie",
                "Origin"
            })
    void aLongHeaderIsReadQuicklyOrNotAtAll(String header) {
        for (String piece : List.of(
                "a,",
                ",",
                " ",
                "0.",
                "a@0.",
                "*,",
                "\"",
                "\"a\",",
                "W/",
                "a;q=0.1,",
                "sr-Latn,",
                "a/b,",
                ";q=",
                "-",
                "en-",
                "\t",
                "é")) {
            String value = piece.repeat(15_000 / piece.length());
            RawHttp.Response response = quickly("/api/v1/contact-channels?lang=en", header + ": x" + value + "x");
            assertThat(response.status()).as(header + ": " + piece).isIn(200, 400, 406);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Language",
                "Accept-Encoding",
                "If-None-Match",
                "If-Modified-Since",
                "Prefer",
                "Range",
                "Content-Length",
                "Transfer-Encoding",
                "Content-Type",
                "X-HTTP-Method-Override"
            })
    void aStrangeHeaderDoesNoHarm(String header) {
        for (String value : List.of(
                "",
                ",",
                ";",
                "=",
                "\"",
                "'",
                "*",
                "-1",
                "9".repeat(30),
                "q=",
                "a;q=x",
                "a;q=-1",
                "\u0001",
                "DELETE",
                "%00",
                "bytes=0-1,0-1,5-")) {
            RawHttp.Response response = quickly("/api/v1/contact-channels?lang=en", header + ": " + value);
            assertThat(response.status()).as(header + ": " + value).isLessThan(500);
        }
    }

    private static RawHttp.Response quickly(String target, String... headers) {
        long start = System.nanoTime();
        RawHttp.Response response = RawHttp.get(target, headers);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MAX_DURATION);
        return response;
    }
}
