package org.putokaz.editorial.revision;

import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.http.paging.CursorCodec;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.read.LiveEntryRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Shows the revisions of an entry. */
@ApplicationScoped
public class RevisionQueryService {

    private static final int MOST = 100;
    private static final int USUAL = 20;

    private final EditorialEntryRepository entries;
    private final LiveEntryRepository live;
    private final Session session;

    @Inject
    RevisionQueryService(EditorialEntryRepository entries, LiveEntryRepository live, Session session) {
        this.entries = entries;
        this.live = live;
        this.session = session;
    }

    public RevisionPage page(String family, UUID id, @Nullable String limit, @Nullable String cursor) {
        EditorialEntry entry = entries.get(family, id);
        int most = QueryParameterParser.number("limit", limit, 1, MOST, USUAL);
        CursorCodec cursors = new CursorCodec(live.feedState().cursorKey().getBytes(StandardCharsets.UTF_8));
        String identity = "revisions " + id;
        int before = cursor == null
                ? Integer.MAX_VALUE
                : Integer.parseInt(cursors.decode(cursor, identity, "").get(0));
        List<Revision> found = session.createSelectionQuery(
                        "select r from Revision r where r.key.entryId = :id and r.key.number < :before"
                                + " order by r.key.number desc",
                        Revision.class)
                .setParameter("id", entry.id)
                .setParameter("before", before)
                .setMaxResults(most + 1)
                .getResultList();
        String next = found.size() > most
                ? cursors.encode(new CursorCodec.Cursor(
                        identity, "", List.of(String.valueOf(found.get(most - 1).number()))))
                : null;
        return new RevisionPage(
                found.stream().limit(most).map(RevisionPage.RevisionSummary::of).toList(),
                new PageInfo(most, next, null));
    }

    public RevisionView one(String family, UUID id, int number) {
        return RevisionView.of(entries.revision(entries.get(family, id), number));
    }

    public DiffView diff(String family, UUID id, int from, @Nullable Integer to) {
        EditorialEntry entry = entries.get(family, id);
        return RevisionComparer.compare(
                entries.revision(entry, from), entries.revision(entry, to == null ? entry.newestRevision : to));
    }
}
