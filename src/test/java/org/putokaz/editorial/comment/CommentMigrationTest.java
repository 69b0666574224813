package org.putokaz.editorial.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** V26 takes the known reasons of rejections over into the threads, and opens those that nothing has answered. */
class CommentMigrationTest {

    private static final String URL =
            "jdbc:h2:mem:comment-migration;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";

    private static final String OPEN = "01a20f2b-9859-7de3-8715-e9cb2be9e601";
    private static final String ANSWERED = "01a20f2b-9859-7de3-8715-e9cb2be9e602";
    private static final String PUBLISHED_SINCE = "01a20f2b-9859-7de3-8715-e9cb2be9e603";

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(URL, "sa", "")
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static void insertEntry(Statement statement, String id, int newest, String live) throws SQLException {
        statement.execute("insert into editorial.entry (id, family, stage, revision, live_revision, shown, version,"
                + " created_at, changed_at, changed_by, changed_by_name, errors, warnings, troubled, references_gone,"
                + " references_end, verify_from, search_text) values ('" + id + "', 'history-events', 'DRAFT', "
                + newest
                + ", " + live + ", false, 1, current_timestamp, current_timestamp, 'a', 'a', 0, 0, false, false,"
                + " date '9999-12-31', date '9999-12-31', '')");
    }

    private static void insertRevision(Statement statement, String id, int number, String stage, String reason)
            throws SQLException {
        statement.execute("insert into editorial.revision (entry_id, number, document, salt, author, author_name,"
                + " saved_at, stage, reviewed_by, reviewed_by_name, reviewed_at, review_note) values ('" + id + "', "
                + number + ", '{}', '', 'a', 'a', current_timestamp, '" + stage + "', 'b', 'Ана', current_timestamp, "
                + reason + ")");
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Test
    void theReasonsStay() throws SQLException {
        migrateTo("22");
        try (Connection connection = DriverManager.getConnection(URL, "sa", "");
                Statement statement = connection.createStatement()) {
            insertEntry(statement, OPEN, 3, "null");
            insertRevision(statement, OPEN, 1, "REJECTED", "'први'");
            insertRevision(statement, OPEN, 2, "REJECTED", "'други'");
            insertRevision(statement, OPEN, 3, "DRAFT", "null");
            insertEntry(statement, ANSWERED, 2, "null");
            insertRevision(statement, ANSWERED, 1, "REJECTED", "'трећи'");
            insertRevision(statement, ANSWERED, 2, "APPROVED", "null");
            insertEntry(statement, PUBLISHED_SINCE, 2, "2");
            insertRevision(statement, PUBLISHED_SINCE, 1, "REJECTED", "'четврти'");
            insertRevision(statement, PUBLISHED_SINCE, 2, "PUBLISHED", "null");
            migrateTo("26");

            assertThat(column(statement, "select comment_text from editorial.entry_comment order by entry_id, number"))
                    .containsExactly("први", "други", "трећи", "четврти");
            assertThat(column(
                            statement,
                            "select distinct kind || ' ' || author_name from editorial.entry_comment"
                                    + " where number = revision"))
                    .containsExactly("REJECTION Ана");
            assertThat(column(statement, "select rejected_revision from editorial.entry order by id"))
                    .containsExactly("2", null, null);
        }
    }
}
