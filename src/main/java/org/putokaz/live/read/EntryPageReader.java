package org.putokaz.live.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.putokaz.http.paging.KeysetPager;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.FeedState;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.consistency.EntryCache;
import org.putokaz.live.consistency.VersionedQueries;

/**
 * Reader of list pages. One query finds the ids, positions and sort values of a page; the entries themselves come from the
 * {@link EntryCache}. With {@code count=true} there is one query more.
 */
@ApplicationScoped
class EntryPageReader {

    /** Version of the sort values in cursors. */
    private static final String SORT_VALUE_VERSION = "2";

    private final VersionedQueries queries;
    private final EntryCache cache;

    @Inject
    EntryPageReader(VersionedQueries queries, EntryCache cache) {
        this.queries = queries;
        this.cache = cache;
    }

    private record SortedRef(EntryCache.EntryRef ref, Object sortValue) {}

    LiveEntryRepository.Slice readPage(
            EntryListQuery query, PageParameters parameters, RequestContext request, FeedState feed) {
        String language = request.language().tag();
        int limit = parameters.pageSize();
        boolean counted = parameters.isCountRequested();
        KeysetPager pager = new KeysetPager(
                feed.cursorKey(), query.identity(language), cursorVersion(query, feed), limit, parameters.cursor());
        List<SortedRef> rows = readRefs(query.page(pager.after(), language, pager.fetchSize()));
        KeysetPager.Page<SortedRef> page =
                pager.page(rows, row -> SortColumn.format(row.sortValue()), counted ? count(query.count()) : null);
        List<LiveEntry> entries = cache.loadAll(
                feed.id(), page.rows().stream().map(SortedRef::ref).toList());
        return new LiveEntryRepository.Slice(entries, page.info());
    }

    /** Cursors of lists by name expire with the collation, whose keys do not compare with another one's. */
    private static String cursorVersion(EntryListQuery query, FeedState feed) {
        return query.order().isByName() ? SORT_VALUE_VERSION + '/' + feed.collationVersion() : SORT_VALUE_VERSION;
    }

    private List<SortedRef> readRefs(EntryListQuery.Statement statement) {
        return queries.queryList(statement.sql(), statement.values(), EntryPageReader::sortedRef);
    }

    private static SortedRef sortedRef(ResultSet row) throws SQLException {
        return new SortedRef(new EntryCache.EntryRef(row.getObject(1, UUID.class), row.getLong(2)), row.getObject(3));
    }

    private long count(EntryListQuery.Statement statement) {
        return queries.queryList(statement.sql(), statement.values(), row -> row.getLong(1))
                .get(0);
    }
}
