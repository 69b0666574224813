package org.putokaz.security;

import org.putokaz.http.paging.CursorCodec;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.request.QueryParameterParser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Pages of the lists of this package, which are in the order of one value that never changes. */
@ApplicationScoped
public class Pages {

    private static final int MOST = 100;
    private static final int USUAL = 20;
    private static final String NO_COLLATION = "";

    private final Session session;

    @Inject
    Pages(Session session) {
        this.session = session;
    }

    public static int limit(@Nullable String raw) {
        return QueryParameterParser.number("limit", raw, 1, MOST, USUAL);
    }

    /**
     * The value after which the page begins; null for the first page.
     *
     * @param query what two equal queries share
     * @throws org.putokaz.problem.ProblemException 400 when the cursor is none of ours, or of another query
     */
    @Nullable
    public String after(@Nullable String cursor, String query) {
        return cursor == null
                ? null
                : cursors().decode(cursor, query, NO_COLLATION).get(0);
    }

    /** @param rows one more than the page holds, when there is a next one */
    public <R> PageInfo info(List<R> rows, int limit, String query, Function<R, String> value) {
        String next = rows.size() > limit
                ? cursors().encode(new CursorCodec.Cursor(query, NO_COLLATION, List.of(value.apply(rows.get(limit - 1)))))
                : null;
        return new PageInfo(limit, next, null);
    }

    private CursorCodec cursors() {
        String key = session.createSelectionQuery("select h.cursorKey from AuditHeadEntity h", String.class)
                .getSingleResult();
        return new CursorCodec(key.getBytes(StandardCharsets.UTF_8));
    }
}
