package org.putokaz.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.SettableClock;
import org.putokaz.fixture.Tokens;
import org.putokaz.security.Actor;
import org.putokaz.security.Role;

/** Content of the audit trail, its list over HTTP, and concurrent appends. */
@DatabaseTest
class AuditTrailTest {

    private static final String AUDIT = "/editorial/v1/audit";
    private static final Actor ANA = new Actor("token:" + UUID.randomUUID(), "Ана \"Ња\"\\", Role.EDITOR);

    @Inject
    AuditTrail trail;

    @Inject
    Session session;

    @AfterEach
    void resetClock() {
        SettableClock.run();
    }

    private void record(Actor actor, AuditEvent event) {
        QuarkusTransaction.requiringNew().run(() -> trail.record(actor, event));
    }

    private static List<Map<String, Object>> lines(String query) {
        Response response = Tokens.asAdmin().get(AUDIT + query);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.path("data");
    }

    @Test
    void makingAndRevokingATokenAreInIt() {
        Response made = Tokens.made(Role.PARTNER, "Следљива");
        String id = made.path("id");
        Tokens.asAdmin().delete("/editorial/v1/tokens/" + id);
        Tokens.asAdmin().delete("/editorial/v1/tokens/" + id);

        List<Map<String, Object>> lines = lines("?limit=2");

        assertThat(lines).extracting(line -> line.get("action")).containsExactly("token-revoked", "token-created");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.get("details")).isEqualTo(Map.of("token", id, "name", "Следљива", "role", "partner"));
            assertThat(line.get("actor")).isEqualTo(Map.of("id", myId(), "name", "First admin"));
        });
        assertThat(Tokens.asAdmin().get(AUDIT + "?limit=100").asString())
                .doesNotContain(made.<String>path("token").substring(3, 40), "127.0.0.1", "localhost");
    }

    private static String myId() {
        return Tokens.asAdmin().get("/editorial/v1/me").path("id");
    }

    @Test
    void theFirstEntryIsTheFirstAdmin() {
        Map<String, Object> first = lines("?action=first-admin-created").get(0);

        assertThat(first.get("actor")).isEqualTo(Map.of("id", "service:first-start", "name", "Putokaz"));
        assertThat(first.get("position")).isEqualTo(1);
        assertThat(first.get("previous")).isEqualTo("0".repeat(64));
        assertThat(first.get("details").toString()).contains("source=configured");
    }

    @Test
    void anEntryIsCommittedExactlyWhenItsActionIs() {
        long before = position();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    trail.record(ANA, AuditEvent.of("tried", Map.of()));
                    throw new IllegalStateException("nothing came of it");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(position()).isEqualTo(before);
        assertThatThrownBy(() -> trail.record(ANA, AuditEvent.of("tried", Map.of())))
                .isInstanceOf(TransactionalException.class);

        record(ANA, AuditEvent.of("done", Map.of()));
        assertThat(position()).isEqualTo(before + 1);
    }

    private static int position() {
        return Tokens.asAdmin().get(AUDIT + "/verify").path("head.position");
    }

    @Test
    void itIsFilteredByEntryActorActionAndDays() {
        UUID entry = Publishing.newId();
        SettableClock.set(Instant.parse("2029-06-30T22:30:00Z"));
        record(ANA, new AuditEvent("entry-saved", "help-guides", entry, 3, Map.of("note", "\u0001 проба")));
        SettableClock.set(Instant.parse("2029-07-02T10:00:00Z"));
        record(ANA, new AuditEvent("entry-published", "help-guides", entry, 3, Map.of()));
        SettableClock.run();

        assertThat(lines("?entry=" + entry))
                .extracting(line -> line.get("action"))
                .containsExactly("entry-published", "entry-saved");
        assertThat(lines("?entry=" + entry + "&action=entry-saved"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("family", "help-guides")
                        .containsEntry("revision", 3)
                        .containsEntry("at", "2029-06-30T22:30:00Z")
                        .containsEntry("details", Map.of("note", "\u0001 проба")));
        // 22:30 in UTC is the next day in the institution's time zone.
        assertThat(lines("?entry=" + entry + "&from=2029-07-01&to=2029-07-01")).hasSize(1);
        assertThat(lines("?entry=" + entry + "&to=2029-06-30")).isEmpty();
        assertThat(lines("?entry=" + entry + "&from=2029-07-02")).hasSize(1);
        assertThat(lines("?actor=" + ANA.id() + "&entry=" + entry)).hasSize(2);
        assertThat(lines("?actor=token:nobody")).isEmpty();
    }

    @Test
    void pagesShowEveryLineOnce() {
        UUID entry = Publishing.newId();
        for (int i = 1; i <= 7; i++) {
            record(ANA, new AuditEvent("entry-saved", "help-guides", entry, i, Map.of()));
        }
        List<Integer> seen = new ArrayList<>();
        String query = "?limit=3&entry=" + entry;
        String cursor = "";
        do {
            Response page = Tokens.asAdmin().urlEncodingEnabled(false).get(AUDIT + query + cursor);
            seen.addAll(page.<List<Integer>>path("data.revision"));
            // Entries appended meanwhile change no page.
            record(ANA, new AuditEvent("entry-saved", "help-guides", entry, 100, Map.of()));
            String next = page.path("page.next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly(7, 6, 5, 4, 3, 2, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "?entry=nope, entry, not-an-id",
        "?from=29, from, not-a-day-month-or-year",
        "?from=2029-01-02&to=2029-01-01, to, to-before-from",
        "?limit=101, limit, not-a-number-between",
        "?cursor=abc, cursor, cursor-not-ours"
    })
    void aMalformedParameterIsNamed(String query, String parameter, String code) {
        Response refused = Tokens.asAdmin().get(AUDIT + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("violations[0].parameter")).isEqualTo(parameter);
        assertThat(refused.<String>path("violations[0].code")).isEqualTo(code);
    }

    @Test
    void eightConcurrentWritersLeaveNoGapAndNoFork() throws Exception {
        int before = position();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                writers.add(threads.submit(() -> {
                    for (int j = 0; j < 10; j++) {
                        record(ANA, AuditEvent.of("written-in-parallel", Map.of()));
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get(1, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
        Response verdict = Tokens.asAdmin().get(AUDIT + "/verify");

        assertThat(verdict.<Boolean>path("ok")).as(verdict.asString()).isTrue();
        assertThat(verdict.<Integer>path("head.position")).isEqualTo(before + 80);
        assertThat(verdict.<Integer>path("entries")).isEqualTo(before + 80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update security.audit set action = 'x' where position = 1",
                "delete from security.audit where position = 1",
                "delete from security.audit_head"
            })
    void theDatabaseItselfRefusesToChangeIt(String sql) {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> session.createNativeMutationQuery(sql).executeUpdate()))
                .hasStackTraceContaining("append-only");
    }
}
