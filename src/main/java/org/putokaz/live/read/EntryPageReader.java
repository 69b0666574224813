package org.putokaz.live.read;

import org.putokaz.http.paging.CursorCodec;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.FeedState;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.consistency.EntryCache;
import org.putokaz.live.consistency.VersionedQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads lists page by page: where each entry is, in one statement; the entries themselves from {@link EntryCache}. */
@ApplicationScoped
class EntryPageReader {

    /** How the places in cursors are written; a cursor of another form has expired. */
    private static final String FORM = "2";

    private final VersionedQueries statements;
    private final EntryCache recent;

    @Inject
    EntryPageReader(VersionedQueries statements, EntryCache recent) {
        this.statements = statements;
        this.recent = recent;
    }

    private record Row(EntryCache.Ref ref, Object place) {}

    LiveEntryRepository.Slice slice(
            EntryListQuery listing, ListParameters asked, RequestContext reader, FeedState feed) {
        CursorCodec cursors = new CursorCodec(feed.cursorKey().getBytes(StandardCharsets.UTF_8));
        String language = reader.language().tag();
        String identity = listing.identity(language);
        String form = listing.order().isByName() ? FORM + '/' + feed.collationVersion() : FORM;
        int limit = asked.pageSize();
        boolean counted = asked.isCountRequested();
        String cursor = asked.cursor();
        String after =
                cursor == null ? null : cursors.decode(cursor, identity, form).get(0);
        List<Row> rows = rows(listing.page(after, language, limit + 1));
        List<Row> shown = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit
                ? cursors.encode(new CursorCodec.Cursor(
                        identity,
                        form,
                        List.of(SortColumn.write(shown.get(limit - 1).place()))))
                : null;
        List<LiveEntry> entries =
                recent.at(feed.id(), shown.stream().map(Row::ref).toList());
        return new LiveEntryRepository.Slice(
                entries, new PageInfo(limit, next, counted ? count(listing.count()) : null));
    }

    private List<Row> rows(EntryListQuery.Query query) {
        return statements.list(query.sql(), query.values(), EntryPageReader::row);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(new EntryCache.Ref(row.getObject(1, UUID.class), row.getLong(2)), row.getObject(3));
    }

    private long count(EntryListQuery.Query query) {
        return statements
                .list(query.sql(), query.values(), row -> row.getLong(1))
                .get(0);
    }
}
