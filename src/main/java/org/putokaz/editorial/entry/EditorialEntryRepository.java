package org.putokaz.editorial.entry;

import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/** The entries that editors work on, and their revisions. */
@ApplicationScoped
public class EditorialEntryRepository {

    private final Session session;

    @Inject
    EditorialEntryRepository(Session session) {
        this.session = session;
    }

    /**
     * The entry, which nobody else can change from here to the end of the transaction.
     *
     * @throws org.putokaz.problem.ProblemException 404
     */
    public EditorialEntry lock(String family, UUID id) {
        lockRow(id);
        return get(family, id);
    }

    /** The same for several, always in one order, so that two sets never wait for each other. */
    public void lockAll(Collection<UUID> ids) {
        new TreeSet<>(ids).forEach(this::lockRow);
    }

    private void lockRow(UUID id) {
        // Native, as the dialect's own "for no key update" is PostgreSQL's alone; before the entity is read.
        session.createNativeQuery("select id from editorial.entry where id = :id for update", Object.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** @throws org.putokaz.problem.ProblemException 404 when there is none of that family */
    public EditorialEntry get(String family, UUID id) {
        return find(id).filter(entry -> entry.family.equals(family))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-entry"));
    }

    public Optional<EditorialEntry> find(UUID id) {
        return Optional.ofNullable(session.find(EditorialEntry.class, id));
    }

    public void add(EditorialEntry entry) {
        session.persist(entry);
    }

    public void add(Revision revision) {
        session.persist(revision);
    }

    /** @throws org.putokaz.problem.ProblemException 404 */
    public Revision revision(EditorialEntry entry, int number) {
        Revision revision = session.find(Revision.class, new Revision.Key(entry.id, number));
        if (revision == null) {
            throw ProblemType.NOT_FOUND.because("no-such-revision", number);
        }
        return revision;
    }

    public Revision newestRevision(EditorialEntry entry) {
        return revision(entry, entry.newestRevision);
    }

    public List<Revision> revisions(EditorialEntry entry) {
        return session.createSelectionQuery(
                        "select r from Revision r where r.key.entryId = :id order by r.key.number", Revision.class)
                .setParameter("id", entry.id)
                .getResultList();
    }

    /** Whoever saved what the public has not seen yet. */
    public Set<String> unpublishedRevisionAuthors(EditorialEntry entry) {
        int seen = entry.liveRevision == null ? 0 : Math.min(entry.liveRevision, entry.newestRevision - 1);
        return new TreeSet<>(session.createSelectionQuery(
                        "select r.author from Revision r where r.key.entryId = :id and r.key.number > :seen",
                        String.class)
                .setParameter("id", entry.id)
                .setParameter("seen", seen)
                .getResultList());
    }

    /** Whether another entry of the family has this slug as its newest. */
    public boolean isSlugTaken(EditorialEntry entry, String slug) {
        return !session.createSelectionQuery(
                        "select e.id from EditorialEntry e where e.family = :family and e.slug = :slug and e.id <> :id",
                        UUID.class)
                .setParameter("family", entry.family)
                .setParameter("slug", slug)
                .setParameter("id", entry.id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public Optional<UUID> findIdBySlug(String family, String slug) {
        return session.createSelectionQuery(
                        "select e.id from EditorialEntry e where e.family = :family and e.slug = :slug", UUID.class)
                .setParameter("family", family)
                .setParameter("slug", slug)
                .uniqueResultOptional();
    }

    public void replaceReferences(EditorialEntry entry, Collection<UUID> others) {
        session.createMutationQuery("delete from DraftReferenceEntity m where m.key.entryId = :id")
                .setParameter("id", entry.id)
                .executeUpdate();
        new ArrayList<>(new TreeSet<>(others))
                .forEach(other -> session.persist(DraftReferenceEntity.of(entry.id, other)));
    }

    /** @throws org.putokaz.problem.ProblemException 409 when somebody else has just taken the slug */
    public void flush(EditorialEntry entry) {
        try {
            session.flush();
        } catch (ConstraintViolationException taken) {
            throw ProblemType.CONFLICT.with(Violation.at("/slug", "slug-taken", String.valueOf(entry.slug)));
        }
    }
}
