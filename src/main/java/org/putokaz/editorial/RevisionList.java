package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Cursors;
import org.putokaz.http.PageInfo;
import org.putokaz.http.Parameters;
import org.putokaz.live.LiveEntries;

/** Shows the revisions of an entry. */
@ApplicationScoped
class RevisionList {

    private static final int MOST = 100;
    private static final int USUAL = 20;

    private final Entries entries;
    private final LiveEntries live;
    private final Session session;

    @Inject
    RevisionList(Entries entries, LiveEntries live, Session session) {
        this.entries = entries;
        this.live = live;
        this.session = session;
    }

    RevisionPage page(String family, UUID id, @Nullable String limit, @Nullable String cursor) {
        Entry entry = entries.get(family, id);
        int most = Parameters.number("limit", limit, 1, MOST, USUAL);
        Cursors cursors = new Cursors(live.feed().cursorKey().getBytes(StandardCharsets.UTF_8));
        String identity = "revisions " + id;
        int before = cursor == null
                ? Integer.MAX_VALUE
                : Integer.parseInt(cursors.read(cursor, identity, "").get(0));
        List<Revision> found = session.createSelectionQuery(
                        "select r from Revision r where r.key.entryId = :id and r.key.number < :before"
                                + " order by r.key.number desc",
                        Revision.class)
                .setParameter("id", entry.id)
                .setParameter("before", before)
                .setMaxResults(most + 1)
                .getResultList();
        String next = found.size() > most
                ? cursors.write(new Cursors.Place(
                        identity, "", List.of(String.valueOf(found.get(most - 1).number()))))
                : null;
        return new RevisionPage(
                found.stream().limit(most).map(RevisionPage.RevisionSummary::of).toList(),
                new PageInfo(most, next, null));
    }

    RevisionView one(String family, UUID id, int number) {
        return RevisionView.of(entries.revision(entries.get(family, id), number));
    }

    DiffView diff(String family, UUID id, int from, @Nullable Integer to) {
        Entry entry = entries.get(family, id);
        return Diff.of(entries.revision(entry, from), entries.revision(entry, to == null ? entry.revision : to));
    }
}
