/**
 * JDBC access below the persistence layer: {@link org.putokaz.live.db.DualDatabaseDriver} connects to H2 or PostgreSQL, as
 * the URL says; {@link org.putokaz.live.db.JdbcQueries} runs SQL on such a connection and maps the rows with a
 * {@link org.putokaz.live.db.RowMapper}.
 */
@NullMarked
package org.putokaz.live.db;

import org.jspecify.annotations.NullMarked;
