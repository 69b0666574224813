package org.putokaz.editorial.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.putokaz.http.request.IfMatch;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;

/** Repository of the editorial entries, their revisions and the references between them. */
@ApplicationScoped
public class EditorialEntryRepository {

    private final Session session;

    @Inject
    EditorialEntryRepository(Session session) {
        this.session = session;
    }

    /**
     * Locks the entry until the end of the transaction.
     *
     * @throws org.putokaz.problem.ProblemException 404 when there is none of that family
     */
    public EditorialEntry lock(String family, UUID id) {
        lockRow(id);
        return get(family, id);
    }

    /**
     * Locks the entry for a conditional write.
     *
     * @throws org.putokaz.problem.ProblemException 404 when there is none of that family, 412 when it has changed since
     *     the client read it
     */
    public EditorialEntry lock(String family, UUID id, IfMatch ifMatch) {
        EditorialEntry entry = lock(family, id);
        entry.requireVersion(ifMatch);
        return entry;
    }

    /** Locks several entries until the end of the transaction, in the order of their ids so that no deadlock arises. */
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

    /** @throws org.putokaz.problem.ProblemException 404 when the entry has no revision of that number */
    public Revision revision(EditorialEntry entry, int number) {
        return findRevision(entry, number).orElseThrow(() -> ProblemType.NOT_FOUND.because("no-such-revision", number));
    }

    /** The revision by its number; empty when the entry has none of that number. */
    public Optional<Revision> findRevision(EditorialEntry entry, int number) {
        return Optional.ofNullable(session.find(Revision.class, new Revision.Key(entry.id, number)));
    }

    public Revision newestRevision(EditorialEntry entry) {
        return revision(entry, entry.newestRevision);
    }

    /** The revision that was published last, also when it was withdrawn since; empty when none was. */
    public Optional<Revision> findLiveRevision(EditorialEntry entry) {
        return Optional.ofNullable(entry.liveRevision).map(number -> revision(entry, number));
    }

    /** All revisions, the oldest first. */
    public List<Revision> revisions(EditorialEntry entry) {
        return session.createSelectionQuery(
                        "select r from Revision r where r.key.entryId = :id order by r.key.number", Revision.class)
                .setParameter("id", entry.id)
                .getResultList();
    }

    /** Ids of the authors of the newest revision and of all revisions after the last published one. */
    public Set<String> unpublishedRevisionAuthors(EditorialEntry entry) {
        return unpublishedRevisionAuthors(Set.of(entry.id)).getOrDefault(entry.id, Set.of());
    }

    /** The same of several entries, by entry. */
    public Map<UUID, Set<String>> unpublishedRevisionAuthors(Collection<UUID> ids) {
        Map<UUID, Set<String>> authors = new HashMap<>();
        session.createSelectionQuery(
                        "select e.id, r.author from EditorialEntry e, Revision r where r.key.entryId = e.id and e.id in :ids"
                                + " and (r.key.number = e.newestRevision or r.key.number > coalesce(e.liveRevision, 0))",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> authors.computeIfAbsent((UUID) row[0], id -> new TreeSet<>())
                        .add((String) row[1]));
        return authors;
    }

    /** The states of the newest revisions, by entry. */
    public Map<UUID, RevisionState> newestRevisionStates(Collection<UUID> ids) {
        Map<UUID, RevisionState> states = new HashMap<>();
        session.createSelectionQuery(
                        "select e.id, r.key.number, r.stage, r.redactedAt, r.submittedBy from EditorialEntry e, Revision r"
                                + " where r.key.entryId = e.id and r.key.number = e.newestRevision and e.id in :ids",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> states.put(
                        (UUID) row[0],
                        new RevisionState((int) row[1], (Stage) row[2], row[3] != null, (String) row[4])));
        return states;
    }

    /** Whether another entry of the family has this slug in its newest revision. */
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

    /** The slugs of the family that begin like this, in the newest revisions of its entries. */
    public Set<String> findSlugs(String family, String beginning) {
        return Set.copyOf(session.createSelectionQuery(
                        "select e.slug from EditorialEntry e where e.family = :family and e.slug like :pattern",
                        String.class)
                .setParameter("family", family)
                .setParameter("pattern", beginning + "%")
                .getResultList());
    }

    /** The id of the entry that has this slug in its newest revision. */
    public Optional<UUID> findIdBySlug(String family, String slug) {
        return session.createSelectionQuery(
                        "select e.id from EditorialEntry e where e.family = :family and e.slug = :slug", UUID.class)
                .setParameter("family", family)
                .setParameter("slug", slug)
                .uniqueResultOptional();
    }

    /** Finds the entries whose newest revision refers to an entry, by family and name. */
    public List<EditorialEntry> findReferencing(UUID to, int limit) {
        return session.createSelectionQuery(
                        "select e from EditorialEntry e where e.id in"
                                + " (select r.key.entryId from DraftReferenceEntity r where r.key.toId = :to)"
                                + " order by e.family, e.id",
                        EditorialEntry.class)
                .setParameter("to", to)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Ids of the entries whose newest revision refers to this one. */
    public List<UUID> findReferencingIds(UUID target) {
        return session.createSelectionQuery(
                        "select r.key.entryId from DraftReferenceEntity r where r.key.toId = :target order by r.key.entryId",
                        UUID.class)
                .setParameter("target", target)
                .getResultList();
    }

    /** Replaces the references of the entry to other entries. */
    public void replaceReferences(EditorialEntry entry, Collection<UUID> targets) {
        session.createMutationQuery("delete from DraftReferenceEntity r where r.key.entryId = :id")
                .setParameter("id", entry.id)
                .executeUpdate();
        new TreeSet<>(targets).forEach(target -> session.persist(DraftReferenceEntity.of(entry.id, target)));
    }

    /**
     * Writes pending changes to the database.
     *
     * @throws org.putokaz.problem.ProblemException 409 when another transaction has just taken the slug
     */
    public void flush(EditorialEntry entry) {
        try {
            session.flush();
        } catch (ConstraintViolationException taken) {
            throw ProblemType.CONFLICT.with(Violation.at("/slug", "slug-taken", String.valueOf(entry.slug)));
        }
    }
}
