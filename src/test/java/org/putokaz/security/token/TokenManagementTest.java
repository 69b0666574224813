package org.putokaz.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.putokaz.fixture.Requests.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.SettableClock;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Role;

/** Creation, list, expiry and revocation of tokens over HTTP. */
@DatabaseTest
class TokenManagementTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String TOKENS = "/editorial/v1/tokens";
    private static final String ME = "/editorial/v1/me";

    @Inject
    Session session;

    @AfterEach
    void resetClock() {
        SettableClock.run();
    }

    private static Response create(String body) {
        return Tokens.asAdmin()
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post(TOKENS);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aTokenOfEveryRoleSaysWhoseItIs(Role role) {
        Response made = Tokens.made(role, "Мира");

        assertThat(made.header("Location")).isEqualTo(TOKENS + "/" + made.path("id"));
        assertThat(made.header("Cache-Control")).isEqualTo("private, no-store");
        Response me = Tokens.with(made.path("token")).get(ME);
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(me.<Map<String, Object>>path("$"))
                .containsEntry("id", "token:" + made.path("id"))
                .containsEntry("name", "Мира")
                .containsEntry("role", role.wireName())
                .containsEntry("expiresAt", null);
    }

    @Test
    void theTokenItselfIsShownOnceAndStoredNowhere() {
        Response made = Tokens.made(Role.EDITOR, "Једном");
        String token = made.path("token");

        assertThat(token).matches("pk_[0-9A-Za-z]{49}");
        assertThat(Tokens.asAdmin().get(TOKENS + "/" + made.path("id")).asString())
                .doesNotContain(token.substring(3, 46))
                .doesNotContain("digest");
        assertThat(Tokens.asAdmin().get(TOKENS + "?limit=100").asString()).doesNotContain(token.substring(3, 46));
        assertThat(stored(made.path("id")))
                .doesNotContain(token.substring(3, 20))
                .contains(TokenFormat.digest(token));
    }

    private String stored(String id) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .call(() -> List.of(session.createNativeQuery(
                                        "select digest, name, role from security.token where id = '" + id + "'",
                                        Object[].class)
                                .getSingleResult())
                        .toString());
    }

    @Test
    void aRevokedTokenIsRefusedAtOnce() {
        Response made = Tokens.made(Role.EDITOR, "Опозвана");
        String id = made.path("id");
        String token = made.path("token");
        assertThat(Tokens.with(token).get(ME).statusCode()).isEqualTo(200);

        Response revoked = Tokens.asAdmin().delete(TOKENS + "/" + id);

        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(Tokens.with(token).get(ME).statusCode()).isEqualTo(401);
        assertThat(Tokens.with(token).get("/api/v1").statusCode()).isEqualTo(401);
        Response again = Tokens.asAdmin().delete(TOKENS + "/" + id);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<String>path("revokedAt")).isNotNull().isEqualTo(revoked.path("revokedAt"));
        assertThat(Tokens.asAdmin().get(TOKENS + "/" + id).<String>path("revokedAt"))
                .isNotNull();
    }

    @Test
    void aTokenIsRefusedFromItsExpiryOn() {
        Instant end = Instant.parse("2031-05-01T10:00:00Z");
        String token = create("{'name': 'Привремена', 'role': 'partner', 'expiresAt': '" + end + "'}")
                .path("token");

        SettableClock.set(end.minusMillis(1));
        assertThat(Tokens.with(token).get(ME).statusCode()).isEqualTo(200);
        assertThat(Tokens.with(token).get(ME).<String>path("expiresAt")).isEqualTo("2031-05-01T10:00:00Z");
        SettableClock.set(end);
        assertThat(Tokens.with(token).get(ME).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'role': 'editor'} | 422 | /name | token-name-missing
            {'name': '   ', 'role': 'editor'} | 422 | /name | token-name-missing
            {'name': 'А'} | 422 | /role | token-role-missing
            {'name': 'А', 'role': 'editor', 'expiresAt': '2020-01-01T00:00:00Z'} | 422 | /expiresAt | token-expiry-past
            {'name': 'А', 'role': 'root'} | 400 | /role | wrong-type
            {'name': 'А', 'role': 3} | 400 | /role | wrong-type
            {'name': 5, 'role': 'editor'} | 400 | /name | wrong-type
            {'name': 'А', 'role': 'editor', 'expiresAt': 'tomorrow'} | 400 | /expiresAt | wrong-type
            {'name': 'А', 'role': 'editor', 'expiresAt': 4102444800} | 400 | /expiresAt | wrong-type
            {'name': 'А', 'role': 'editor', 'expiresAt': '2031-02-30T00:00:00Z'} | 400 | /expiresAt | wrong-type
            {'name': 'А', 'role': 'editor', 'expiresAt': '+1000000-01-01T00:00:00Z'} | 400 | /expiresAt | wrong-type
            {'name': 'А', 'role': 'editor', 'digest': 'x'} | 400 | /digest | unknown-field
            {'name': 'А', 'role': 'editor', 'id': 'x'} | 400 | /id | unknown-field
            """)
    void whatIsWrongWithARequestIsReported(String body, int status, String pointer, String code) {
        Response refused = create(body);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.<String>path("violations[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo(code);
    }

    @Test
    void aNameHasBounds() {
        String longest = "ш".repeat(100);
        assertThat(create("{'name': '" + longest + "', 'role': 'partner'}").<String>path("name"))
                .isEqualTo(longest);
        assertThat(create("{'name': '" + longest + "ш', 'role': 'partner'}").<String>path("violations[0].code"))
                .isEqualTo("token-name-longer-than");
    }

    @Test
    void theLastAdminTokenStays() {
        Response second = Tokens.made(Role.ADMIN, "Друга");
        String id = second.path("id");
        // Admin tokens of other tests would count too.
        List<Map<String, Object>> admins =
                Tokens.asAdmin().get(TOKENS + "?limit=100").<List<Map<String, Object>>>path("data").stream()
                        .filter(token -> token.get("role").equals("admin") && token.get("revokedAt") == null)
                        .filter(token -> !token.get("id").equals(id)
                                && !token.get("name").equals("First admin"))
                        .toList();
        admins.forEach(token -> Tokens.asAdmin().delete(TOKENS + "/" + token.get("id")));
        String first = Tokens.asAdmin().get(ME).<String>path("id").substring("token:".length());

        assertThat(Tokens.with(second.path("token")).delete(TOKENS + "/" + id).statusCode())
                .isEqualTo(200);
        Response refused = Tokens.asAdmin().delete(TOKENS + "/" + first);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("code")).isEqualTo("conflict");
        assertThat(Tokens.asAdmin().get(ME).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownTokenIsNotFound() {
        for (String id :
                List.of("nope", "01a20a8f-f164-784f-8978-7991cf34943f", "01A20A8F-F164-784F-8978-7991CF34943F")) {
            assertThat(Tokens.asAdmin().get(TOKENS + "/" + id).statusCode()).isEqualTo(404);
            assertThat(Tokens.asAdmin().delete(TOKENS + "/" + id).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theListComesInPagesTheNewestFirst() {
        List<String> made = java.util.stream.IntStream.range(0, 3)
                .mapToObj(i -> Tokens.made(Role.PARTNER, "Страна " + i).<String>path("id"))
                .toList();

        Response first = Tokens.asAdmin().get(TOKENS + "?limit=2");
        Response second = given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Tokens.admin())
                .get(TOKENS + "?limit=2&cursor=" + first.path("page.next"));

        assertThat(first.<List<String>>path("data.id")).containsExactly(made.get(2), made.get(1));
        assertThat(second.<List<String>>path("data.id")).startsWith(made.get(0)).hasSize(2);
        assertThat(first.header("Link")).contains("rel=\"next\"");
    }

    @Test
    void theLastUseIsRecordedOnceAMinute() throws InterruptedException {
        Instant now = Instant.now().plus(Duration.ofDays(1)).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        Response made = Tokens.made(Role.PARTNER, "Виђена");
        assertThat(Tokens.asAdmin().get(TOKENS + "/" + made.path("id")).<String>path("lastUsedAt"))
                .isNull();

        SettableClock.set(now);
        assertThat(Tokens.with(made.path("token")).get(ME).statusCode()).isEqualTo(200);
        assertThat(awaitLastUse(made.path("id"), now)).isEqualTo(now);
        SettableClock.set(now.plusSeconds(59));
        assertThat(Tokens.with(made.path("token")).get(ME).statusCode()).isEqualTo(200);
        SettableClock.set(now.plusSeconds(61));
        assertThat(Tokens.with(made.path("token")).get(ME).statusCode()).isEqualTo(200);
        // If the second use had been recorded, the third would be within its interval.
        assertThat(awaitLastUse(made.path("id"), now.plusSeconds(61))).isEqualTo(now.plusSeconds(61));
    }

    private static Instant awaitLastUse(String id, Instant expected) throws InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        String lastUse;
        do {
            lastUse = Tokens.asAdmin().get(TOKENS + "/" + id).path("lastUsedAt");
        } while ((lastUse == null || !Instant.parse(lastUse).equals(expected)) && System.nanoTime() < deadline);
        return lastUse == null ? Instant.EPOCH : Instant.parse(lastUse);
    }
}
