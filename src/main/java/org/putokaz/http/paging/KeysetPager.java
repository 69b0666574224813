package org.putokaz.http.paging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;

/**
 * Keyset pagination of one list request: the key after which the page begins, and the page cut from the rows found.
 *
 * <p>The list has to be in the order of the key, which is unique and never changes. Read {@link #fetchSize()} rows
 * after {@link #after()} and hand them to {@link #page}: the one row more than the page holds shows that there is a
 * next page.
 */
public final class KeysetPager {

    public static final int MAX_PAGE_SIZE = 100;
    public static final int DEFAULT_PAGE_SIZE = 20;

    private final CursorCodec cursors;
    private final String query;
    private final String version;
    private final int limit;
    private final @Nullable String after;

    /** The rows of one page and what the response says of it. */
    public record Page<R>(List<R> rows, PageInfo info) {}

    /**
     * Pager of a list whose order depends on nothing but the key.
     *
     * @param cursorKey the secret of this installation's cursors
     * @param query text that two equal queries share and two different ones do not
     * @param cursor the parameter {@code cursor}; null for the first page
     * @throws org.putokaz.problem.ProblemException 400 when the cursor was altered or belongs to another query
     */
    public KeysetPager(String cursorKey, String query, int limit, @Nullable String cursor) {
        this(cursorKey, query, "", limit, cursor);
    }

    /** @param version of the order, such as the collation's; a cursor of another one has expired (400) */
    public KeysetPager(String cursorKey, String query, String version, int limit, @Nullable String cursor) {
        this.cursors = new CursorCodec(cursorKey.getBytes(StandardCharsets.UTF_8));
        this.query = query;
        this.version = version;
        this.limit = limit;
        this.after =
                cursor == null ? null : cursors.decode(cursor, query, version).get(0);
    }

    /**
     * The parameter {@code limit}.
     *
     * @throws org.putokaz.problem.ProblemException 400 when it is no number from 1 to {@link #MAX_PAGE_SIZE}
     */
    public static int pageSize(@Nullable String limit) {
        return QueryParameterParser.number("limit", limit, 1, MAX_PAGE_SIZE, DEFAULT_PAGE_SIZE);
    }

    /** The key of the last row of the page before; null for the first page. */
    public @Nullable String after() {
        return after;
    }

    /** How many rows to read: one more than the page holds. */
    public int fetchSize() {
        return limit + 1;
    }

    public <R> Page<R> page(List<R> rows, Function<R, String> key) {
        return page(rows, key, null);
    }

    /** @param total how many rows there are in all; null when the client did not ask */
    public <R> Page<R> page(List<R> rows, Function<R, String> key, @Nullable Long total) {
        List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit ? cursorAfter(key.apply(shown.get(limit - 1))) : null;
        return new Page<>(shown, new PageInfo(limit, next, total));
    }

    private String cursorAfter(String key) {
        return cursors.encode(new CursorCodec.Cursor(query, version, List.of(key)));
    }
}
