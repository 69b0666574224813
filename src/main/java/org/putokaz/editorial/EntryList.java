package org.putokaz.editorial;

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
import org.putokaz.http.Cursors;
import org.putokaz.http.PageInfo;
import org.putokaz.http.Reader;
import org.putokaz.live.LiveEntries;

/** Lists entries for editors, the youngest first: by id, which sorts by when an entry was begun and never changes. */
@ApplicationScoped
class EntryList {

    private final Session session;
    private final LiveEntries live;
    private final Reader reader;

    @Inject
    EntryList(Session session, LiveEntries live, Reader reader) {
        this.session = session;
        this.live = live;
        this.reader = reader;
    }

    EntryPage page(String family, EntryFilter filter) {
        int limit = filter.pageSize();
        Cursors cursors = cursors();
        Map<String, Object> values = new HashMap<>(filter.values(reader.today()));
        List<String> conditions = new ArrayList<>(filter.conditions());
        conditions.add("e.family = :family");
        values.put("family", family);
        if (filter.cursor() != null) {
            conditions.add("e.id < :after");
            values.put("after", after(cursors, filter, family));
        }
        SelectionQuery<Entry> query = session.createSelectionQuery(
                "select e from Entry e where " + String.join(" and ", conditions) + " order by e.id desc", Entry.class);
        values.forEach(query::setParameter);
        List<Entry> found = query.setMaxResults(limit + 1).getResultList();
        String next = found.size() > limit
                ? cursors.write(new Cursors.Place(
                        filter.identity(family),
                        "",
                        List.of(found.get(limit - 1).id.toString())))
                : null;
        return new EntryPage(
                found.stream().limit(limit).map(EntrySummary::of).toList(), new PageInfo(limit, next, null));
    }

    private static UUID after(Cursors cursors, EntryFilter filter, String family) {
        String cursor = java.util.Objects.requireNonNull(filter.cursor());
        return UUID.fromString(cursors.read(cursor, filter.identity(family), "").get(0));
    }

    private Cursors cursors() {
        return new Cursors(live.feed().cursorKey().getBytes(StandardCharsets.UTF_8));
    }
}
