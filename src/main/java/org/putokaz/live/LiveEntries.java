package org.putokaz.live;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.PageInfo;
import org.putokaz.http.Parameters;
import org.putokaz.http.Reader;
import org.putokaz.http.Remembered;

/** Reads the public store. */
@ApplicationScoped
public class LiveEntries {

    private static final String REF = "e.id, e.position";
    private static final String BY_ID = "from live.entry e where e.id = ?";
    private static final String BY_SLUG =
            "from live.slug s join live.entry e on e.id = s.owner_id where s.scope = ? and s.slug = ?";
    private static final String LIVE =
            "select e.id, e.position from live.entry e where e.id = any(?) and e.live = true";
    /** Joined and not "= any(?)", for which H2 would read all that has the role; see {@link Inclusions} too. */
    private static final String NAMING = "select r.to_id, r.from_id from unnest(cast(? as uuid array)) w(id)"
            + " join live.reference r on r.to_id = w.id and r.role = ? order by r.from_id";

    private final Session session;
    private final FeedClock clock;
    private final Look look;
    private final Recent recent;
    private final Statements statements;
    private final Pages pages;

    @Inject
    LiveEntries(Session session, FeedClock clock, Look look, Recent recent, Statements statements, Pages pages) {
        this.session = session;
        this.clock = clock;
        this.look = look;
        this.recent = recent;
        this.statements = statements;
        this.pages = pages;
    }

    /** One page of a list, and what is needed to ask for the next. */
    public record Slice(List<LiveEntry> entries, PageInfo page) {}

    public Feed feed() {
        Feed seen = seen();
        return seen == null ? clock.read() : seen;
    }

    /** The feed as of the look that is going on; null when there is none. */
    private @Nullable Feed seen() {
        return Arc.container().requestContext().isActive() ? look.feed() : null;
    }

    /**
     * Within a {@link Snapshot}.
     *
     * @throws org.putokaz.problem.ProblemException 400 when the limit, the cursor or the count cannot be read
     */
    public Slice slice(Listing listing, ListQuery asked, Reader reader) {
        Feed feed = feed();
        reader.madeFromStateOf(feed.changedAt());
        return pages.slice(listing, asked, reader, feed);
    }

    /** By id, or by a slug that the entry has or once had; live or gone. */
    public Optional<LiveEntry> find(String family, String idOrSlug) {
        Feed seen = seen();
        if (Parameters.isId(idOrSlug)) {
            return find(UUID.fromString(idOrSlug))
                    .filter(entry -> entry.family().equals(family));
        }
        return seen == null
                ? ownerOf(family, idOrSlug).flatMap(this::find)
                : rememberedOne(seen, BY_SLUG, List.of(family, idOrSlug));
    }

    public Optional<LiveEntry> find(UUID id) {
        Feed seen = seen();
        return seen == null
                ? Optional.ofNullable(session.find(EntryRow.class, id)).map(EntryRow::toLiveEntry)
                : rememberedOne(seen, BY_ID, List.of(id));
    }

    private Optional<LiveEntry> rememberedOne(Feed seen, String from, List<?> values) {
        return statements
                .one(REF, from, values, LiveEntries::ref)
                .map(ref -> recent.at(seen.id(), List.of(ref)).get(0));
    }

    private List<LiveEntry> remembered(Feed seen, String sql, List<?> values) {
        return recent.at(seen.id(), statements.list(sql, values, LiveEntries::ref));
    }

    private static Recent.Ref ref(ResultSet row) throws SQLException {
        return new Recent.Ref(row.getObject(1, UUID.class), row.getLong(2));
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
        Feed seen = seen();
        List<LiveEntry> found =
                seen == null ? managed(ids) : remembered(seen, LIVE, List.of((Object) ids.toArray(UUID[]::new)));
        Map<UUID, LiveEntry> byId = new HashMap<>();
        found.forEach(entry -> byId.put(entry.id(), entry));
        return ids.stream().distinct().map(byId::get).filter(Objects::nonNull).toList();
    }

    private List<LiveEntry> managed(Collection<UUID> ids) {
        return session
                .createSelectionQuery("select e from EntryRow e where e.id in :ids and e.live = true", EntryRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(EntryRow::toLiveEntry)
                .toList();
    }

    /** Which live entries name these in a role: the target, and who names it, oldest id first. */
    public Map<UUID, List<UUID>> naming(String role, Collection<UUID> targets) {
        Map<UUID, List<UUID>> found = new HashMap<>();
        if (!targets.isEmpty()) {
            statements
                    .list(NAMING, List.of(targets.stream().distinct().toArray(UUID[]::new), role), LiveEntries::pair)
                    .forEach(pair -> found.computeIfAbsent(pair[0], none -> new ArrayList<>())
                            .add(pair[1]));
        }
        return found;
    }

    private static UUID[] pair(ResultSet row) throws SQLException {
        return new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)};
    }

    /** What an entry's document says, as its family's content. */
    public <C extends Record> C content(LiveEntry entry, Class<C> type) {
        return recent.content(entry, type);
    }

    /**
     * What is shown of an entry, made once for all who are shown the same.
     *
     * @param of all that it depends on beside the entry itself, such as the language, with {@code equals}
     */
    public <V extends Record & Remembered> V view(LiveEntry entry, Object of, Class<V> type, Supplier<V> made) {
        return recent.view(entry, of, type, made);
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
