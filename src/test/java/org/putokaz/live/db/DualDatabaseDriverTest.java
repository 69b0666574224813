package org.putokaz.live.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.live.write.FeedPositionsTest;

/** Selection and settings of the two drivers. */
class DualDatabaseDriverTest {

    private final DualDatabaseDriver driver = new DualDatabaseDriver();

    /** Without the setting {@link FeedPositionsTest} fails, once in a while. */
    @ParameterizedTest
    @ValueSource(strings = {"", ";MODE=PostgreSQL", ";OPTIMIZE_REUSE_RESULTS=FALSE"})
    void h2DoesNotReuseResultsWhateverTheUrlSays(String more) throws SQLException {
        try (Connection connection = driver.connect("jdbc:h2:mem:" + UUID.randomUUID() + more, new Properties())) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            assertThat(session.getDatabase().getOptimizeReuseResults()).isFalse();
        }
    }

    @Test
    void aUrlWithTheOppositeSettingIsRefused() {
        assertThatThrownBy(() -> driver.connect(
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";OPTIMIZE_REUSE_RESULTS=TRUE", new Properties()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("OPTIMIZE_REUSE_RESULTS");
    }

    @Test
    void otherUrlsAreNotAccepted() throws SQLException {
        assertThat(driver.connect("jdbc:other:", new Properties())).isNull();
        assertThat(driver.acceptsURL("jdbc:other:")).isFalse();
        assertThat(driver.acceptsURL("jdbc:h2:mem:")).isTrue();
        assertThat(driver.acceptsURL("jdbc:postgresql:x")).isTrue();
    }
}
