package org.putokaz.live.read;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.consistency.VersionedQueries;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;

/**
 * Loader of the entries that {@code include} asks for, as views by family. Takes one query for each relation, one for the
 * entries, and those of the families' views, however many entries there are.
 */
@ApplicationScoped
public class IncludedEntryLoader {

    // Joined with the ids and not "= any(?)", for which H2 would read all references of the role.
    private static final String INCOMING = "select r.from_id from unnest(cast(? as uuid array)) w(id)"
            + " join live.reference r on r.to_id = w.id and r.role = ? order by r.from_id";
    private static final String OUTGOING = "select r.to_id from unnest(cast(? as uuid array)) w(id)"
            + " join live.reference r on r.from_id = w.id and r.role = ?"
            + " order by r.from_id, r.ordinal";

    private final VersionedQueries queries;
    private final LiveEntryRepository entries;
    private final ContentFamilyRegistry families;

    @Inject
    IncludedEntryLoader(VersionedQueries queries, LiveEntryRepository entries, ContentFamilyRegistry families) {
        this.queries = queries;
        this.entries = entries;
        this.families = families;
    }

    /**
     * Loads the entries that are related to the given ones.
     *
     * @param include the query parameter
     * @return views by name of family; null without the parameter
     * @throws org.putokaz.problem.ProblemException 400 when a relation is not offered
     */
    public @Nullable Map<String, List<? extends Record>> load(
            Collection<LiveEntry> of, @Nullable String include, List<EntryRelation> offered, RequestContext request) {
        if (include == null) {
            return null;
        }
        List<String> names = QueryParameterParser.names(
                "include", include, offered.stream().map(EntryRelation::name).toList());
        Set<UUID> related = new LinkedHashSet<>();
        List<UUID> ids = of.stream().map(LiveEntry::id).toList();
        for (EntryRelation relation : offered) {
            if (names.contains(relation.name()) && !ids.isEmpty()) {
                related.addAll(findRelated(relation, ids));
            }
        }
        return views(related, request);
    }

    /** The same for related entries whose ids are known, with a single relation offered. */
    public @Nullable Map<String, List<? extends Record>> loadKnown(
            Collection<UUID> related, @Nullable String include, EntryRelation offered, RequestContext request) {
        if (include == null) {
            return null;
        }
        QueryParameterParser.names("include", include, List.of(offered.name()));
        return views(related, request);
    }

    private Map<String, List<? extends Record>> views(Collection<UUID> related, RequestContext request) {
        Map<String, List<LiveEntry>> byFamily = entries.findLive(related).stream()
                .collect(Collectors.groupingBy(LiveEntry::family, TreeMap::new, Collectors.toList()));
        Map<String, List<? extends Record>> views = new TreeMap<>();
        byFamily.forEach((name, ofFamily) -> {
            ContentFamily<?> family = families.get(name);
            List<LiveEntry> listed = ofFamily.stream()
                    .filter(entry -> isListed(family, entry, request))
                    .toList();
            if (!listed.isEmpty()) {
                views.put(name, family.views(listed, request));
            }
        });
        return views;
    }

    /** A channel that has ended is no help to the reader of what names it. */
    private <C extends Record> boolean isListed(ContentFamily<C> family, LiveEntry entry, RequestContext request) {
        return family.isListed(entries.content(entry, family.contentType()), request);
    }

    private List<UUID> findRelated(EntryRelation relation, List<UUID> ids) {
        return queries.queryList(
                relation.inverse() ? INCOMING : OUTGOING,
                List.of(ids.stream().distinct().toArray(UUID[]::new), relation.role()),
                row -> row.getObject(1, UUID.class));
    }
}
