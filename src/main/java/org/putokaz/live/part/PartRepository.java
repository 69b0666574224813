package org.putokaz.live.part;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.live.EntryHistory;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.SlugFormat;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.read.LiveQueries;
import org.putokaz.live.write.EntryIndexRepository;

/**
 * Repository of the current and removed parts of entries of one family, with the slugs they had. A slug is claimed within its
 * entry and never given to another part.
 *
 * @param <E> row of a part; a JPA entity of the name of its class
 */
public abstract class PartRepository<E extends PartEntity> {

    private final PartTable<E> table;
    private final Session session;
    private final EntryIndexRepository index;
    private final LiveEntryRepository entries;
    private final LiveQueries queries;

    protected PartRepository(
            PartTable<E> table,
            Session session,
            EntryIndexRepository index,
            LiveEntryRepository entries,
            LiveQueries queries) {
        this.table = table;
        this.session = session;
        this.index = index;
        this.entries = entries;
        this.queries = queries;
    }

    /**
     * Replaces the parts of an entry; parts that are no longer among them are kept as removed.
     *
     * @param pointer JSON pointer of the list of parts
     */
    public void replace(UUID entry, String pointer, List<? extends EntryPart> parts, ContentViolations violations) {
        findAll(entry).forEach(row -> row.live = false);
        for (int i = 0; i < parts.size(); i++) {
            UUID id = Objects.requireNonNull(parts.get(i).id());
            String slug = Objects.requireNonNull(parts.get(i).slug());
            E existing = session.find(table.type(), id);
            if (existing != null && !existing.entry.equals(entry)) {
                violations.add(pointer + "/" + i + "/id", "id-taken");
            } else if (!index.claimSlug(entry.toString(), slug, id)) {
                violations.add(pointer + "/" + i + "/slug", "slug-taken", slug);
            } else {
                save(existing, entry, new PartState(id, slug, true));
            }
        }
    }

    private List<E> findAll(UUID entry) {
        return session.createSelectionQuery(
                        "select p from " + table.type().getSimpleName() + " p where p.entry = :entry order by p.id",
                        table.type())
                .setParameter("entry", entry)
                .getResultList();
    }

    private void save(@Nullable E existing, UUID entry, PartState state) {
        E row = existing == null ? table.factory().get() : existing;
        row.id = state.id();
        row.entry = entry;
        row.slug = state.slug();
        row.live = state.live();
        if (existing == null) {
            session.persist(row);
        }
    }

    /** The parts that have former slugs or were removed, in the order of their ids; all parts of a withdrawn entry. */
    public List<EntryHistory.Part> findHistory(UUID entry) {
        List<E> all = findAll(entry);
        boolean withdrawn = entries.find(entry).filter(LiveEntry::live).isEmpty();
        Map<UUID, List<String>> slugs =
                index.findSlugs(all.stream().map(row -> row.id).toList());
        return all.stream()
                .map(row -> new EntryHistory.Part(row.id, row.slug, formerSlugs(row, slugs), !row.live))
                .filter(part ->
                        withdrawn || part.removed() || !part.formerSlugs().isEmpty())
                .toList();
    }

    private static List<String> formerSlugs(PartEntity row, Map<UUID, List<String>> slugs) {
        return slugs.getOrDefault(row.id, List.of()).stream()
                .filter(slug -> !slug.equals(row.slug))
                .toList();
    }

    /** Restores the parts' former slugs and the removed parts from another store. */
    public void restore(UUID entry, List<EntryHistory.Part> parts, ContentViolations violations) {
        for (int i = 0; i < parts.size(); i++) {
            String pointer = "/parts/" + i;
            EntryHistory.Part part = parts.get(i);
            E existing = session.find(table.type(), part.id());
            if (existing != null && !(existing.entry.equals(entry) && existing.live && !part.removed())) {
                violations.add(pointer + "/id", "id-taken");
            } else if (existing == null) {
                save(null, entry, new PartState(part.id(), part.slug(), !part.removed()));
            }
            claimSlug(entry, part.id(), pointer + "/slug", part.slug(), violations);
            for (int j = 0; j < part.formerSlugs().size(); j++) {
                claimSlug(
                        entry,
                        part.id(),
                        pointer + "/formerSlugs/" + j,
                        part.formerSlugs().get(j),
                        violations);
            }
        }
    }

    /** Replaces the slugs of all parts of an entry by their ids. */
    public void redactSlugs(UUID entry) {
        findAll(entry).forEach(row -> row.slug = row.id.toString());
    }

    private void claimSlug(UUID entry, UUID part, String pointer, String slug, ContentViolations violations) {
        if (SlugFormat.check(pointer, slug, violations) && !index.claimSlug(entry.toString(), slug, part)) {
            violations.add(pointer, "slug-taken", slug);
        }
    }

    /** Finds a part by its id, or by a current or former slug in this entry. */
    public Optional<PartState> find(UUID entry, String idOrSlug) {
        List<PartState> found = QueryParameterParser.isId(idOrSlug)
                ? queries.query(
                        table.findByIdSql(), List.of(entry, UUID.fromString(idOrSlug)), PartRepository::readState)
                : queries.query(
                        table.findBySlugSql(), List.of(entry, entry.toString(), idOrSlug), PartRepository::readState);
        return found.stream().findFirst();
    }

    private static PartState readState(ResultSet row) throws SQLException {
        return new PartState(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3));
    }
}
