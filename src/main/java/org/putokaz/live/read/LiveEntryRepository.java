package org.putokaz.live.read;

import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.response.SerializedOnce;
import org.putokaz.live.FeedState;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.live.consistency.EntryCache;
import org.putokaz.live.consistency.ReadVersionContext;
import org.putokaz.live.consistency.VersionedQueries;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.entity.SlugEntity;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.feed.FeedPositionRepository;
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

/** Reads the public store. */
@ApplicationScoped
public class LiveEntryRepository {

    private static final String REF = "e.id, e.position";
    private static final String BY_ID = "from live.entry e where e.id = ?";
    private static final String BY_SLUG =
            "from live.slug s join live.entry e on e.id = s.owner_id where s.scope = ? and s.slug = ?";
    private static final String LIVE =
            "select e.id, e.position from live.entry e where e.id = any(?) and e.live = true";
    /** Joined and not "= any(?)", for which H2 would read all that has the role; see {@link IncludedEntryLoader} too. */
    private static final String NAMING = "select r.to_id, r.from_id from unnest(cast(? as uuid array)) w(id)"
            + " join live.reference r on r.to_id = w.id and r.role = ? order by r.from_id";

    private final Session session;
    private final FeedPositionRepository clock;
    private final ReadVersionContext look;
    private final EntryCache recent;
    private final VersionedQueries statements;
    private final EntryPageReader pages;

    @Inject
    LiveEntryRepository(
            Session session,
            FeedPositionRepository clock,
            ReadVersionContext look,
            EntryCache recent,
            VersionedQueries statements,
            EntryPageReader pages) {
        this.session = session;
        this.clock = clock;
        this.look = look;
        this.recent = recent;
        this.statements = statements;
        this.pages = pages;
    }

    /** One page of a list, and what is needed to ask for the next. */
    public record Slice(List<LiveEntry> entries, PageInfo page) {}

    public FeedState feedState() {
        FeedState seen = seen();
        return seen == null ? clock.currentState() : seen;
    }

    /** The feed as of the look that is going on; null when there is none. */
    private @Nullable FeedState seen() {
        return Arc.container().requestContext().isActive() ? look.feed() : null;
    }

    /**
     * Within a {@link ConsistentRead}.
     *
     * @throws org.putokaz.problem.ProblemException 400 when the limit, the cursor or the count cannot be read
     */
    public Slice findPage(EntryListQuery listing, ListParameters asked, RequestContext reader) {
        FeedState feed = feedState();
        reader.validity().addChangeAt(feed.changedAt());
        return pages.slice(listing, asked, reader, feed);
    }

    /** By id, or by a slug that the entry has or once had; live or gone. */
    public Optional<LiveEntry> find(String family, String idOrSlug) {
        FeedState seen = seen();
        if (QueryParameterParser.isId(idOrSlug)) {
            return find(UUID.fromString(idOrSlug))
                    .filter(entry -> entry.family().equals(family));
        }
        return seen == null
                ? findSlugOwner(family, idOrSlug).flatMap(this::find)
                : rememberedOne(seen, BY_SLUG, List.of(family, idOrSlug));
    }

    public Optional<LiveEntry> find(UUID id) {
        FeedState seen = seen();
        return seen == null
                ? Optional.ofNullable(session.find(EntryEntity.class, id)).map(EntryEntity::toLiveEntry)
                : rememberedOne(seen, BY_ID, List.of(id));
    }

    private Optional<LiveEntry> rememberedOne(FeedState seen, String from, List<?> values) {
        return statements
                .one(REF, from, values, LiveEntryRepository::ref)
                .map(ref -> recent.at(seen.id(), List.of(ref)).get(0));
    }

    private List<LiveEntry> remembered(FeedState seen, String sql, List<?> values) {
        return recent.at(seen.id(), statements.list(sql, values, LiveEntryRepository::ref));
    }

    private static EntryCache.Ref ref(ResultSet row) throws SQLException {
        return new EntryCache.Ref(row.getObject(1, UUID.class), row.getLong(2));
    }

    /** Whoever has, or once had, this slug in this scope. */
    public Optional<UUID> findSlugOwner(String scope, String slug) {
        return Optional.ofNullable(session.find(SlugEntity.class, new SlugEntity.Key(scope, slug)))
                .map(row -> row.ownerId);
    }

    /** Those of these entries that are live, in the order asked for. */
    public List<LiveEntry> findLive(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        FeedState seen = seen();
        List<LiveEntry> found =
                seen == null ? managed(ids) : remembered(seen, LIVE, List.of((Object) ids.toArray(UUID[]::new)));
        Map<UUID, LiveEntry> byId = new HashMap<>();
        found.forEach(entry -> byId.put(entry.id(), entry));
        return ids.stream().distinct().map(byId::get).filter(Objects::nonNull).toList();
    }

    private List<LiveEntry> managed(Collection<UUID> ids) {
        return session
                .createSelectionQuery(
                        "select e from EntryEntity e where e.id in :ids and e.live = true", EntryEntity.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(EntryEntity::toLiveEntry)
                .toList();
    }

    /** Which live entries name these in a role: the target, and who names it, oldest id first. */
    public Map<UUID, List<UUID>> findReferencing(String role, Collection<UUID> targets) {
        Map<UUID, List<UUID>> found = new HashMap<>();
        if (!targets.isEmpty()) {
            statements
                    .list(
                            NAMING,
                            List.of(targets.stream().distinct().toArray(UUID[]::new), role),
                            LiveEntryRepository::pair)
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
    public <V extends Record & SerializedOnce> V cachedView(LiveEntry entry, Object of, Class<V> type, Supplier<V> made) {
        return recent.view(entry, of, type, made);
    }

    /** What is kept of an entry for the rule of confidential places, live or gone; empty when it never was published. */
    public Optional<IndexedFields.LocationPrivacy> findLocationPrivacy(UUID id) {
        return Optional.ofNullable(session.find(EntryEntity.class, id))
                .map(row -> new IndexedFields.LocationPrivacy(row.withinUnit, row.placeHidden, row.placeShownOf));
    }

    /** How many entries of these families are live; of all of them when none is named. */
    public long countLive(Set<String> families) {
        SelectionQuery<Long> query = session.createSelectionQuery(
                "select count(*) from EntryEntity e where e.live = true"
                        + (families.isEmpty() ? "" : " and e.family in :families"),
                Long.class);
        if (!families.isEmpty()) {
            query.setParameter("families", families);
        }
        return query.getSingleResult();
    }
}
