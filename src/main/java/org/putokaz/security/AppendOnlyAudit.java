package org.putokaz.security;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Flyway migration 7.1: triggers with which the database refuses to update or delete audit entries. It is written in
 * Java because trigger syntax differs between H2 and PostgreSQL (docs/decisions/0012).
 */
class AppendOnlyAudit implements JavaMigration {

    private static final String TABLE = "security.audit";

    private static final List<String> POSTGRESQL = List.of(
            "create function security.append_only() returns trigger language plpgsql as"
                    + " $$ begin raise exception 'The audit trail is append-only'; end $$",
            "create trigger audit_append_only before update or delete on " + TABLE
                    + " for each row execute function security.append_only()",
            "create trigger audit_not_emptied before truncate on " + TABLE
                    + " for each statement execute function security.append_only()",
            "create trigger audit_head_stays before delete on security.audit_head"
                    + " for each row execute function security.append_only()");

    private static final List<String> H2 = List.of(
            "create trigger security.audit_append_only before update, delete on " + TABLE + " for each row call '"
                    + AppendOnly.class.getName() + "'",
            "create trigger security.audit_head_stays before delete on security.audit_head for each row call '"
                    + AppendOnly.class.getName() + "'");

    /** Registration of this migration: Quarkus turns off the class path scanning of Flyway. */
    @Singleton
    static class Registration implements FlywayConfigurationCustomizer {

        @Override
        public void customize(FluentConfiguration configuration) {
            configuration.javaMigrations(new AppendOnlyAudit());
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("7.1");
    }

    @Override
    public String getDescription() {
        return "append only audit";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        boolean h2 = connection.getMetaData().getURL().startsWith("jdbc:h2:");
        try (Statement statement = connection.createStatement()) {
            for (String sql : h2 ? H2 : POSTGRESQL) {
                statement.execute(sql);
            }
        }
    }
}
