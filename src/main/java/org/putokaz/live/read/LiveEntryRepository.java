package org.putokaz.live.read;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.putokaz.http.paging.PageInfo;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.response.SerializedOnce;
import org.putokaz.live.ContentJson;
import org.putokaz.live.FeedState;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.live.consistency.EntryCache;
import org.putokaz.live.consistency.ReadVersionContext;
import org.putokaz.live.consistency.VersionedQueries;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.entity.RedactedSlugRepository;
import org.putokaz.live.entity.SlugEntity;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.feed.FeedPositionRepository;

/**
 * Repository of published and withdrawn entries.
 *
 * <p>Within a {@link ConsistentRead} entries are found with {@link VersionedQueries} and taken from the {@link EntryCache}.
 * Elsewhere, as in a publishing transaction, they are read with the session, which sees the transaction's own changes.
 */
@ApplicationScoped
public class LiveEntryRepository {

    private static final String REF = "e.id, e.position";
    private static final String BY_ID = "from live.entry e where e.id = ?";
    private static final String BY_SLUG =
            "from live.slug s join live.entry e on e.id = s.owner_id where s.scope = ? and s.slug = ?";
    private static final String LIVE =
            "select e.id, e.position from live.entry e where e.id = any(?) and e.live = true";
    // Joined with the ids and not "= any(?)", for which H2 would read all references of the role.
    private static final String REFERENCING = "select r.to_id, r.from_id from unnest(cast(? as uuid array)) w(id)"
            + " join live.reference r on r.to_id = w.id and r.role = ? order by r.from_id";

    private final Session session;
    private final FeedPositionRepository positions;
    private final ReadVersionContext context;
    private final EntryCache cache;
    private final VersionedQueries queries;
    private final EntryPageReader pages;
    private final RedactedSlugRepository redactedSlugs;

    @Inject
    LiveEntryRepository(
            Session session,
            FeedPositionRepository positions,
            ReadVersionContext context,
            EntryCache cache,
            VersionedQueries queries,
            EntryPageReader pages,
            RedactedSlugRepository redactedSlugs) {
        this.session = session;
        this.positions = positions;
        this.context = context;
        this.cache = cache;
        this.queries = queries;
        this.pages = pages;
        this.redactedSlugs = redactedSlugs;
    }

    /** The entries of one page of a list, and what the response says of the page. */
    public record Slice(List<LiveEntry> entries, PageInfo page) {}

    /** The feed at the version of the running consistent read; outside of one, as of now. */
    public FeedState feedState() {
        FeedState read = consistentReadState();
        return read == null ? positions.currentState() : read;
    }

    private @Nullable FeedState consistentReadState() {
        return Arc.container().requestContext().isActive() ? context.feed() : null;
    }

    /**
     * Finds one page of a list. Needs a {@link ConsistentRead}.
     *
     * @throws org.putokaz.problem.ProblemException 400 when the limit, the cursor or the count is invalid
     */
    public Slice findPage(EntryListQuery query, PageParameters parameters, RequestContext request) {
        FeedState feed = feedState();
        request.validity().addChangeAt(feed.changedAt());
        return pages.readPage(query, parameters, request, feed);
    }

    /** Finds an entry, published or withdrawn, by its id or by a slug that it has or had. */
    public Optional<LiveEntry> find(String family, String idOrSlug) {
        if (QueryParameterParser.isId(idOrSlug)) {
            return find(UUID.fromString(idOrSlug))
                    .filter(entry -> entry.family().equals(family));
        }
        FeedState feed = consistentReadState();
        return feed == null
                ? findSlugOwner(family, idOrSlug).flatMap(this::find)
                : findCached(feed, BY_SLUG, List.of(family, idOrSlug));
    }

    /** Finds an entry, published or withdrawn. */
    public Optional<LiveEntry> find(UUID id) {
        FeedState feed = consistentReadState();
        return feed == null
                ? Optional.ofNullable(session.find(EntryEntity.class, id)).map(EntryEntity::toLiveEntry)
                : findCached(feed, BY_ID, List.of(id));
    }

    private Optional<LiveEntry> findCached(FeedState feed, String from, List<?> values) {
        return queries.queryOne(REF, from, values, LiveEntryRepository::ref)
                .map(ref -> cache.loadAll(feed.id(), List.of(ref)).get(0));
    }

    private static EntryCache.EntryRef ref(ResultSet row) throws SQLException {
        return new EntryCache.EntryRef(row.getObject(1, UUID.class), row.getLong(2));
    }

    /** Finds the id of the entry or sub-entry that has or had a slug in a scope ({@link SlugEntity.Key}). */
    public Optional<UUID> findSlugOwner(String scope, String slug) {
        return Optional.ofNullable(session.find(SlugEntity.class, new SlugEntity.Key(scope, slug)))
                .map(found -> found.ownerId);
    }

    /** Whether the slug was removed in this scope for a person's safety; it is given to no entry again. */
    public boolean isSlugRedacted(String scope, String slug) {
        return redactedSlugs.contains(scope, slug);
    }

    /** Finds those of these entries that are published, in the order of the ids. */
    public List<LiveEntry> findLive(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        FeedState feed = consistentReadState();
        List<LiveEntry> found = feed == null
                ? findLiveInSession(ids)
                : cache.loadAll(
                        feed.id(),
                        queries.queryList(LIVE, List.of((Object) ids.toArray(UUID[]::new)), LiveEntryRepository::ref));
        Map<UUID, LiveEntry> byId = new HashMap<>();
        found.forEach(entry -> byId.put(entry.id(), entry));
        return ids.stream().distinct().map(byId::get).filter(Objects::nonNull).toList();
    }

    private List<LiveEntry> findLiveInSession(Collection<UUID> ids) {
        return session
                .createSelectionQuery(
                        "select e from EntryEntity e where e.id in :ids and e.live = true", EntryEntity.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(EntryEntity::toLiveEntry)
                .toList();
    }

    /**
     * Finds the published entries that refer to the targets in a role.
     *
     * @return their ids by target, in ascending order
     */
    public Map<UUID, List<UUID>> findReferencing(String role, Collection<UUID> targets) {
        Map<UUID, List<UUID>> found = new HashMap<>();
        if (!targets.isEmpty()) {
            queries.queryList(
                            REFERENCING,
                            List.of(targets.stream().distinct().toArray(UUID[]::new), role),
                            LiveEntryRepository::targetAndSource)
                    .forEach(ids -> found.computeIfAbsent(ids[0], none -> new ArrayList<>())
                            .add(ids[1]));
        }
        return found;
    }

    private static UUID[] targetAndSource(ResultSet row) throws SQLException {
        return new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)};
    }

    /** The content of an entry's document. */
    public <C extends Record> C content(LiveEntry entry, Class<C> type) {
        return cache.content(entry, type);
    }

    /**
     * The view of an entry, computed once for equal keys while the entry is cached.
     *
     * @param key everything that the view depends on beside the entry itself, such as the language
     */
    public <V extends Record & SerializedOnce> V cachedView(
            LiveEntry entry, Object key, Class<V> type, Supplier<V> view) {
        return cache.cachedView(entry, key, type, view);
    }

    /**
     * The content of a published entry as its editor wrote it, with the derived languages. Clients get it with what it takes
     * from other entries.
     */
    public JsonNode authoredContent(UUID id) {
        EntryEntity entry = session.find(EntryEntity.class, id);
        return ContentJson.parse(Objects.requireNonNull(entry.authoredDocument()));
    }

    /** The location privacy of an entry, published or withdrawn; empty when it never was published. */
    public Optional<IndexedFields.LocationPrivacy> findLocationPrivacy(UUID id) {
        return Optional.ofNullable(session.find(EntryEntity.class, id))
                .map(entry -> new IndexedFields.LocationPrivacy(
                        entry.parentUnit, entry.locationConfidential, entry.disclosedUnit));
    }

    /** Finds the units, published or withdrawn, that are part of the unit. */
    public List<UUID> findPartsOf(UUID unit) {
        return session.createSelectionQuery(
                        "select e.id from EntryEntity e where e.parentUnit = :unit order by e.id", UUID.class)
                .setParameter("unit", unit)
                .getResultList();
    }

    /** The number of published entries of these families; of all families when none is given. */
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
