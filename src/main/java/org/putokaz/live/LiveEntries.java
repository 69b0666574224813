package org.putokaz.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Cursors;
import org.putokaz.http.PageInfo;
import org.putokaz.http.Parameters;
import org.putokaz.http.Reader;

/** Reads the public store. */
@ApplicationScoped
public class LiveEntries {

    private final Session session;
    private final FeedClock clock;

    @Inject
    LiveEntries(Session session, FeedClock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** One page of a list, and what is needed to ask for the next. */
    public record Slice(List<LiveEntry> entries, PageInfo page) {}

    public Feed feed() {
        return clock.read();
    }

    /** @throws org.putokaz.problem.ProblemException 400 when the limit, the cursor or the count cannot be read */
    public Slice slice(Listing listing, ListQuery asked, Reader reader) {
        Feed feed = clock.read();
        reader.madeFromStateOf(feed.changedAt());
        Cursors cursors = new Cursors(feed.cursorKey().getBytes(StandardCharsets.UTF_8));
        String identity = listing.identity(reader.language().tag());
        String collation = listing.order().byName() ? feed.collationVersion() : "";
        int limit = asked.pageSize();
        boolean counted = asked.wantsCount();
        List<Object[]> rows = rows(listing, reader, after(asked.cursor(), cursors, identity, collation), limit + 1);
        String next = rows.size() > limit
                ? cursors.write(new Cursors.Place(identity, collation, place(rows.get(limit - 1))))
                : null;
        List<LiveEntry> entries = rows.stream()
                .limit(limit)
                .map(row -> ((EntryRow) row[0]).toLiveEntry())
                .toList();
        return new Slice(entries, new PageInfo(limit, next, counted ? count(listing, reader) : null));
    }

    private static List<String> after(@Nullable String cursor, Cursors cursors, String identity, String collation) {
        return cursor == null ? List.of() : cursors.read(cursor, identity, collation);
    }

    private static List<String> place(Object[] row) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i < row.length; i++) {
            values.add(SortColumn.write(row[i]));
        }
        return values;
    }

    private List<Object[]> rows(Listing listing, Reader reader, List<String> after, int most) {
        SelectionQuery<Object[]> query =
                session.createSelectionQuery(listing.pageQuery(!after.isEmpty()), Object[].class);
        bind(query, listing, reader);
        if (!after.isEmpty()) {
            listing.order().afterValues(after).forEach(query::setParameter);
        }
        return query.setMaxResults(most).getResultList();
    }

    private long count(Listing listing, Reader reader) {
        SelectionQuery<Long> query = session.createSelectionQuery(listing.countQuery(), Long.class);
        bind(query, listing, reader);
        return query.getSingleResult();
    }

    private static void bind(SelectionQuery<?> query, Listing listing, Reader reader) {
        listing.values().forEach(query::setParameter);
        if (listing.order().byName()) {
            query.setParameter("language", reader.language().tag());
        }
    }

    /** By id, or by a slug that the entry has or once had; live or gone. */
    public Optional<LiveEntry> find(String family, String idOrSlug) {
        return Parameters.isId(idOrSlug)
                ? find(UUID.fromString(idOrSlug)).filter(entry -> entry.family().equals(family))
                : ownerOf(family, idOrSlug).flatMap(this::find);
    }

    public Optional<LiveEntry> find(UUID id) {
        return Optional.ofNullable(session.find(EntryRow.class, id)).map(EntryRow::toLiveEntry);
    }

    /** Whoever has, or once had, this slug in this scope. */
    public Optional<UUID> ownerOf(String scope, String slug) {
        return Optional.ofNullable(session.find(SlugRow.class, new SlugRow.Key(scope, slug)))
                .map(row -> row.ownerId);
    }

    /** Those of these entries that are live, in the order asked for. */
    public List<LiveEntry> live(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<UUID> order = List.copyOf(ids);
        return session
                .createSelectionQuery("select e from EntryRow e where e.id in :ids and e.live = true", EntryRow.class)
                .setParameter("ids", order)
                .getResultList()
                .stream()
                .map(EntryRow::toLiveEntry)
                .sorted(Comparator.comparingInt(entry -> order.indexOf(entry.id())))
                .toList();
    }

    /** Which live entries name these in a role: the target, and who names it, oldest id first. */
    public Map<UUID, List<UUID>> naming(String role, Collection<UUID> targets) {
        Map<UUID, List<UUID>> found = new java.util.HashMap<>();
        if (!targets.isEmpty()) {
            session.createSelectionQuery("""
                            select r.toId, r.key.fromId from ReferenceRow r
                            where r.key.role = :role and r.toId in :targets order by r.key.fromId""", Object[].class)
                    .setParameter("role", role)
                    .setParameter("targets", targets)
                    .getResultList()
                    .forEach(row -> found.computeIfAbsent((UUID) row[0], none -> new ArrayList<>())
                            .add((UUID) row[1]));
        }
        return found;
    }

    /** What an entry's document says, as its family's content. */
    public <C extends Record> C content(LiveEntry entry, Class<C> type) {
        String document = entry.document();
        if (document == null) {
            throw new IllegalArgumentException("A tombstone has no content");
        }
        return Documents.read(document, type);
    }

    /** What is kept of an entry for the rule of confidential places, live or gone; empty when it never was published. */
    public Optional<Facts.Place> placeOf(UUID id) {
        return Optional.ofNullable(session.find(EntryRow.class, id))
                .map(row -> new Facts.Place(row.withinUnit, row.placeHidden, row.placeShownOf));
    }

    /** How many entries of these families are live; of all of them when none is named. */
    public long countLive(Set<String> families) {
        SelectionQuery<Long> query = session.createSelectionQuery(
                "select count(*) from EntryRow e where e.live = true"
                        + (families.isEmpty() ? "" : " and e.family in :families"),
                Long.class);
        if (!families.isEmpty()) {
            query.setParameter("families", families);
        }
        return query.getSingleResult();
    }
}
