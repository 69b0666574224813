package org.putokaz.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Tokens;
import org.putokaz.http.LogCapture;

/** Somebody can always come in: the first admin, at the first start and when no admin token is left. */
@DatabaseTest
class BootstrapAdminTest {

    private static final Pattern TOKEN = Pattern.compile("pk_[0-9A-Za-z]{49}");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Inject
    BootstrapAdmin firstAdmin;

    @Inject
    Session session;

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(statement).executeUpdate());
    }

    @BeforeEach
    void lockEverybodyOut() {
        sql("create table security.kept as select id, revoked_at from security.token");
        sql("update security.token set revoked_at = created_at where role = 'admin'");
    }

    @AfterEach
    void letThemIn() {
        sql("update security.token set revoked_at = created_at where created_by_id = 'service:first-start'");
        sql("update security.token set revoked_at = (select k.revoked_at from security.kept k where k.id = token.id)"
                + " where id in (select id from security.kept)");
        sql("drop table security.kept");
        assertThat(Tokens.asAdmin().get("/editorial/v1/me").statusCode()).isEqualTo(200);
    }

    private List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(printed.toString(StandardCharsets.UTF_8));
        while (token.find()) {
            tokens.add(token.group());
        }
        return tokens;
    }

    private static int statusOf(String token) {
        return Tokens.with(token).get("/editorial/v1/tokens").statusCode();
    }

    @Test
    void withoutASettingOneIsMadeAndPrintedOnceAndNotLogged() {
        try (LogCapture logs = new LogCapture()) {
            firstAdmin.ensureAdminToken(Optional.empty(), console);
            firstAdmin.ensureAdminToken(Optional.empty(), console);

            assertThat(tokens())
                    .hasSize(1)
                    .allSatisfy(token -> assertThat(statusOf(token)).isEqualTo(200));
            assertThat(logs.text()).doesNotContain("pk_");
        }
    }

    @Test
    void nodesThatStartAtOnceMakeOne() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> starts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                starts.add(nodes.submit(() -> firstAdmin.ensureAdminToken(Optional.empty(), console)));
            }
            for (Future<?> start : starts) {
                start.get(1, TimeUnit.MINUTES);
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(tokens())
                .hasSize(1)
                .allSatisfy(token -> assertThat(statusOf(token)).isEqualTo(200));
    }

    @Test
    void theConfiguredOneBecomesItAndIsNotPrinted() {
        String token = TokenFormat.generate();
        firstAdmin.ensureAdminToken(Optional.of(token), console);

        assertThat(statusOf(token)).isEqualTo(200);
        assertThat(printed.size()).isZero();
    }

    @Test
    void whileAnAdminTokenIsValidTheConfiguredOneIsNotTaken() {
        firstAdmin.ensureAdminToken(Optional.empty(), console);
        String later = TokenFormat.generate();
        firstAdmin.ensureAdminToken(Optional.of(later), console);

        assertThat(statusOf(later)).isEqualTo(401);
    }

    @Test
    void aMisspeltSettingStopsTheStartAndSaysWhatToDo() {
        assertThatThrownBy(() -> firstAdmin.ensureAdminToken(Optional.of("hunter2-kanarinac"), console))
                .isInstanceOf(BootstrapAdmin.BootstrapTokenException.class)
                .hasMessageContaining("new-token")
                .hasMessageNotContaining("kanarinac");
    }

    @Test
    void aRevokedSettingDoesNotComeBack() {
        assertThatThrownBy(() -> firstAdmin.ensureAdminToken(Optional.of(Tokens.BOOTSTRAP), console))
                .isInstanceOf(BootstrapAdmin.BootstrapTokenException.class)
                .hasMessageContaining("revoked")
                .hasMessageNotContaining("pk_");
        assertThat(statusOf(Tokens.BOOTSTRAP)).isEqualTo(401);
    }
}
