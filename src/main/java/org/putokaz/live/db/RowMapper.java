package org.putokaz.live.db;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Mapper of one row of a result set to a value, by the columns of that row alone.
 *
 * @param <T> an immutable type
 */
@FunctionalInterface
public interface RowMapper<T> {

    T map(ResultSet row) throws SQLException;
}
