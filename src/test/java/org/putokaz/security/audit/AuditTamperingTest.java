package org.putokaz.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.TestDatabase;
import org.putokaz.security.Actor;
import org.putokaz.security.AppendOnly;
import org.putokaz.security.Role;

/** Changes of the audit trail by SQL, past the triggers of the database, are found by its verification. */
@DatabaseTest
class AuditTamperingTest {

    private static final int EDITS = 300;
    private static final int ENTRIES = 40;
    private static final long SEED = 20261124;

    private static final List<String> DROP_TRIGGERS =
            List.of("drop trigger security.audit_append_only", "drop trigger security.audit_head_stays");
    private static final List<String> CREATE_TRIGGERS = List.of(
            "create trigger security.audit_append_only before update, delete on security.audit for each row call '"
                    + AppendOnly.class.getName() + "'",
            "create trigger security.audit_head_stays before delete on security.audit_head for each row call '"
                    + AppendOnly.class.getName() + "'");

    private final Random random = new Random(SEED);

    @Inject
    AuditTrail trail;

    @Inject
    AuditVerificationService verification;

    @Inject
    Session session;

    @BeforeEach
    void disableTriggersAndAppend() {
        if (TestDatabase.isPostgresql()) {
            sql("alter table security.audit disable trigger user");
            sql("alter table security.audit_head disable trigger user");
        } else {
            DROP_TRIGGERS.forEach(this::sql);
        }
        Actor actor = new Actor("token:" + UUID.randomUUID(), "Ана", Role.EDITOR);
        for (int i = 1; i <= ENTRIES; i++) {
            AuditEvent event =
                    new AuditEvent("entry-saved", "help-guides", UUID.randomUUID(), i, Map.of("note", "белешка " + i));
            QuarkusTransaction.requiringNew().run(() -> trail.record(actor, event));
        }
    }

    @AfterEach
    void enableTriggers() {
        if (TestDatabase.isPostgresql()) {
            sql("alter table security.audit enable trigger user");
            sql("alter table security.audit_head enable trigger user");
        } else {
            CREATE_TRIGGERS.forEach(this::sql);
        }
    }

    private int sql(String statement) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeMutationQuery(statement).executeUpdate());
    }

    private long lastPosition() {
        return verification.verify().head().position();
    }

    /** Executes a statement, verifies the trail, and restores it. */
    private AuditVerdict verdictAfter(String statement) {
        sql("create table security.backup as select * from security.audit");
        sql("create table security.backup_head as select * from security.audit_head");
        try {
            assertThat(sql(statement)).as(statement).isPositive();
            return verification.verify();
        } finally {
            sql("delete from security.audit");
            sql("insert into security.audit select * from security.backup");
            sql("delete from security.audit_head");
            sql("insert into security.audit_head select * from security.backup_head");
            sql("drop table security.backup");
            sql("drop table security.backup_head");
        }
    }

    private String edit(long position) {
        String text = "'x" + random.nextInt(1000) + "'";
        String hash = "'" + Long.toHexString(random.nextLong() | Long.MIN_VALUE).repeat(4) + "'";
        List<String> edits = List.of(
                "at = at + interval '1' second",
                "actor_id = " + text,
                "actor_name = actor_name || ' '",
                "action = " + text,
                "family = " + text,
                "family = null",
                "entry_id = '" + UUID.randomUUID() + "'",
                "entry_id = null",
                "revision = coalesce(revision, 0) + 1",
                "revision = null",
                "details = '{}'",
                "details = details || ' '",
                "details = 'nonsense'",
                "details = 'null'",
                "details = '{\"note\":null}'",
                "previous_hash = " + hash,
                "hash = " + hash,
                "position = position + 100000");
        int which = random.nextInt(edits.size() + 3);
        return which < edits.size()
                ? "update security.audit set " + edits.get(which) + " where position = " + position
                : "delete from security.audit where position = " + position;
    }

    @Test
    void threeHundredRandomEditsAndDeletionsAreEachFoundAtTheirPosition() {
        long lastPosition = lastPosition();
        assertThat(verification.verify().ok()).isTrue();
        for (int i = 0; i < EDITS; i++) {
            // Only entries of this test: others may have no family, entry or revision that the edit could change.
            long position = lastPosition - random.nextInt(ENTRIES);
            String edit = edit(position);
            AuditVerdict verdict = verdictAfter(edit);

            assertThat(verdict.ok()).as(edit).isFalse();
            assertThat(verdict.brokenAt()).as(edit).isEqualTo(position);
            assertThat(verdict.entries()).as(edit).isEqualTo(position - 1);
        }
        AuditVerdict clean = verification.verify();
        assertThat(clean.ok()).isTrue();
        assertThat(clean.entries()).isEqualTo(lastPosition);
        assertThat(clean.brokenAt()).isNull();
    }

    @Test
    void aMissingTailIsFound() {
        long lastPosition = lastPosition();
        AuditVerdict verdict = verdictAfter("delete from security.audit where position > " + (lastPosition - 5));

        assertThat(verdict.brokenAt()).isEqualTo(lastPosition - 4);
        assertThat(verdict.reason()).isEqualTo(AuditChainVerifier.Reason.LINE_MISSING);
    }

    @Test
    void aChangedHeadIsFound() {
        long lastPosition = lastPosition();

        assertThat(verdictAfter("update security.audit_head set position = position - 1")
                        .brokenAt())
                .isEqualTo(lastPosition - 1);
        assertThat(verdictAfter("update security.audit_head set position = position - 1, hash ="
                                + " (select a.hash from security.audit a where a.position = " + (lastPosition - 1)
                                + ")")
                        .reason())
                .isEqualTo(AuditChainVerifier.Reason.LINE_ADDED);
        assertThat(verdictAfter("update security.audit_head set hash = '" + "0".repeat(64) + "'")
                        .reason())
                .isEqualTo(AuditChainVerifier.Reason.HEAD_CHANGED);
        assertThat(verdictAfter("delete from security.audit_head").ok()).isFalse();
    }
}
