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

/** Creation of an admin token at a start without a valid one. */
@DatabaseTest
class BootstrapAdminTest {

    private static final Pattern TOKEN = Pattern.compile("pk_[0-9A-Za-z]{49}");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Inject
    BootstrapAdmin bootstrapAdmin;

    @Inject
    Session session;

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery(statement).executeUpdate());
    }

    @BeforeEach
    void revokeAdminTokens() {
        sql("create table security.backup as select id, revoked_at from security.token");
        sql("update security.token set revoked_at = created_at where role = 'admin'");
    }

    @AfterEach
    void restoreTokens() {
        sql("update security.token set revoked_at = created_at where created_by_id = 'service:first-start'");
        sql("update security.token set revoked_at = (select k.revoked_at from security.backup k where k.id = token.id)"
                + " where id in (select id from security.backup)");
        sql("drop table security.backup");
        assertThat(Tokens.asAdmin().get("/editorial/v1/me").statusCode()).isEqualTo(200);
    }

    private List<String> printedTokens() {
        List<String> found = new ArrayList<>();
        Matcher token = TOKEN.matcher(printed.toString(StandardCharsets.UTF_8));
        while (token.find()) {
            found.add(token.group());
        }
        return found;
    }

    private static int statusOf(String token) {
        return Tokens.with(token).get("/editorial/v1/tokens").statusCode();
    }

    @Test
    void withoutASettingATokenIsGeneratedPrintedOnceAndNotLogged() {
        try (LogCapture logs = new LogCapture()) {
            bootstrapAdmin.ensureAdminToken(Optional.empty(), console);
            bootstrapAdmin.ensureAdminToken(Optional.empty(), console);

            assertThat(printedTokens())
                    .hasSize(1)
                    .allSatisfy(token -> assertThat(statusOf(token)).isEqualTo(200));
            assertThat(logs.text()).doesNotContain("pk_");
        }
    }

    @Test
    void nodesThatStartAtOnceCreateOneToken() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> starts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                starts.add(nodes.submit(() -> bootstrapAdmin.ensureAdminToken(Optional.empty(), console)));
            }
            for (Future<?> start : starts) {
                start.get(1, TimeUnit.MINUTES);
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(printedTokens())
                .hasSize(1)
                .allSatisfy(token -> assertThat(statusOf(token)).isEqualTo(200));
    }

    @Test
    void theConfiguredTokenBecomesAdminAndIsNotPrinted() {
        String token = TokenFormat.generate();
        bootstrapAdmin.ensureAdminToken(Optional.of(token), console);

        assertThat(statusOf(token)).isEqualTo(200);
        assertThat(printed.size()).isZero();
    }

    @Test
    void whileAnAdminTokenIsValidTheConfiguredOneIsIgnored() {
        bootstrapAdmin.ensureAdminToken(Optional.empty(), console);
        String later = TokenFormat.generate();
        bootstrapAdmin.ensureAdminToken(Optional.of(later), console);

        assertThat(statusOf(later)).isEqualTo(401);
    }

    @Test
    void aMisspeltSettingStopsTheStartAndSaysWhatToDo() {
        assertThatThrownBy(() -> bootstrapAdmin.ensureAdminToken(Optional.of("hunter2-kanarinac"), console))
                .isInstanceOf(BootstrapAdmin.BootstrapTokenException.class)
                .hasMessageContaining("new-token")
                .hasMessageNotContaining("kanarinac");
    }

    @Test
    void aRevokedTokenInTheSettingStopsTheStart() {
        assertThatThrownBy(() -> bootstrapAdmin.ensureAdminToken(Optional.of(Tokens.BOOTSTRAP), console))
                .isInstanceOf(BootstrapAdmin.BootstrapTokenException.class)
                .hasMessageContaining("revoked")
                .hasMessageNotContaining("pk_");
        assertThat(statusOf(Tokens.BOOTSTRAP)).isEqualTo(401);
    }
}
