package org.putokaz.editorial.api;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.http.paging.CursorCodec;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.read.LiveEntryRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/** Lists entries for editors, the youngest first: by id, which sorts by when an entry was begun and never changes. */
@ApplicationScoped
class EntryListService {

    private final Session session;
    private final LiveEntryRepository live;
    private final RequestContext reader;

    @Inject
    EntryListService(Session session, LiveEntryRepository live, RequestContext reader) {
        this.session = session;
        this.live = live;
        this.reader = reader;
    }

    EntryPage page(String family, EntryListParameters filter) {
        int limit = filter.pageSize();
        CursorCodec cursors = cursors();
        Map<String, Object> values = new HashMap<>(filter.values(reader.today()));
        List<String> conditions = new ArrayList<>(filter.conditions());
        conditions.add("e.family = :family");
        values.put("family", family);
        if (filter.cursor() != null) {
            conditions.add("e.id < :after");
            values.put("after", after(cursors, filter, family));
        }
        SelectionQuery<EditorialEntry> query = session.createSelectionQuery(
                "select e from EditorialEntry e where " + String.join(" and ", conditions) + " order by e.id desc",
                EditorialEntry.class);
        values.forEach(query::setParameter);
        List<EditorialEntry> found = query.setMaxResults(limit + 1).getResultList();
        String next = found.size() > limit
                ? cursors.encode(new CursorCodec.Cursor(
                        filter.identity(family),
                        "",
                        List.of(found.get(limit - 1).id.toString())))
                : null;
        return new EntryPage(
                found.stream().limit(limit).map(EntrySummary::of).toList(), new PageInfo(limit, next, null));
    }

    private static UUID after(CursorCodec cursors, EntryListParameters filter, String family) {
        String cursor = java.util.Objects.requireNonNull(filter.cursor());
        return UUID.fromString(cursors.decode(cursor, filter.identity(family), "").get(0));
    }

    private CursorCodec cursors() {
        return new CursorCodec(live.feedState().cursorKey().getBytes(StandardCharsets.UTF_8));
    }
}
