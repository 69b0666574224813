package org.putokaz.editorial.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.Revision;
import org.putokaz.http.paging.KeysetPager;
import org.putokaz.live.read.LiveEntryRepository;

/** Queries of the revisions of one entry. */
@ApplicationScoped
public class RevisionQueryService {

    private final EditorialEntryRepository entries;
    private final LiveEntryRepository live;
    private final Session session;

    @Inject
    RevisionQueryService(EditorialEntryRepository entries, LiveEntryRepository live, Session session) {
        this.entries = entries;
        this.live = live;
        this.session = session;
    }

    /**
     * One page of the revisions, the newest first.
     *
     * @param limit the query parameter, as is {@code cursor}
     * @throws org.putokaz.problem.ProblemException 404, 400 when limit or cursor are invalid
     */
    public RevisionPage page(String family, UUID id, @Nullable String limit, @Nullable String cursor) {
        EditorialEntry entry = entries.get(family, id);
        KeysetPager pager =
                new KeysetPager(live.feedState().cursorKey(), "revisions " + id, KeysetPager.pageSize(limit), cursor);
        String after = pager.after();
        List<Revision> found = session.createSelectionQuery(
                        "select r from Revision r where r.key.entryId = :id and r.key.number < :before"
                                + " order by r.key.number desc",
                        Revision.class)
                .setParameter("id", entry.id)
                .setParameter("before", after == null ? Integer.MAX_VALUE : Integer.parseInt(after))
                .setMaxResults(pager.fetchSize())
                .getResultList();
        KeysetPager.Page<Revision> page = pager.page(found, revision -> String.valueOf(revision.number()));
        return new RevisionPage(
                page.rows().stream().map(RevisionPage.RevisionSummary::of).toList(), page.info());
    }

    /** @throws org.putokaz.problem.ProblemException 404 */
    public RevisionView get(String family, UUID id, int number) {
        return RevisionView.of(entries.revision(entries.get(family, id), number));
    }

    /**
     * The difference between two revisions; without a second one, what the revision changes: from the published revision,
     * or, where that is this one or none is published, from the one before. The first has nothing before it.
     *
     * @throws org.putokaz.problem.ProblemException 404, 409 when the text of one was redacted
     */
    public DiffView diff(String family, UUID id, int number, @Nullable Integer to) {
        EditorialEntry entry = entries.get(family, id);
        Revision revision = entries.revision(entry, number);
        if (to != null) {
            return RevisionComparer.compare(revision, entries.revision(entry, to));
        }
        Integer published = entry.published ? entry.liveRevision : null;
        int from = published == null || published == number ? number - 1 : published;
        return from == 0
                ? RevisionComparer.compareWithNothing(revision)
                : RevisionComparer.compare(entries.revision(entry, from), revision);
    }
}
