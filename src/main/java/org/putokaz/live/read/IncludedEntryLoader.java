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
import org.putokaz.live.family.ContentFamilyRegistry;

/**
 * {@code include=}: the entries that those of an answer are related to, one step away, each once. One query finds them
 * for all the entries of a page, one more fetches them.
 */
@ApplicationScoped
public class IncludedEntryLoader {

    private static final String BACKWARDS = "select r.from_id from unnest(cast(? as uuid array)) w(id)"
            + " join live.reference r on r.to_id = w.id and r.role = ? order by r.from_id";
    private static final String FORWARDS = "select r.to_id from unnest(cast(? as uuid array)) w(id)"
            + " join live.reference r on r.from_id = w.id and r.role = ?"
            + " order by r.from_id, r.ordinal";

    private final VersionedQueries statements;
    private final LiveEntryRepository entries;
    private final ContentFamilyRegistry families;

    @Inject
    IncludedEntryLoader(VersionedQueries statements, LiveEntryRepository entries, ContentFamilyRegistry families) {
        this.statements = statements;
        this.entries = entries;
        this.families = families;
    }

    /** Null when nothing was asked for. The keys are names of families. */
    public @Nullable Map<String, List<? extends Record>> of(
            Collection<LiveEntry> of, @Nullable String include, List<EntryRelation> offered, RequestContext reader) {
        if (include == null) {
            return null;
        }
        List<String> names = QueryParameterParser.names(
                "include", include, offered.stream().map(EntryRelation::name).toList());
        Set<UUID> related = new LinkedHashSet<>();
        List<UUID> ids = of.stream().map(LiveEntry::id).toList();
        for (EntryRelation relation : offered) {
            if (names.contains(relation.name()) && !ids.isEmpty()) {
                related.addAll(follow(relation, ids));
            }
        }
        return views(related, reader);
    }

    /** The same where the related entries are known already, under the one name that {@code include} can have. */
    public @Nullable Map<String, List<? extends Record>> ofThese(
            Collection<UUID> related, @Nullable String include, EntryRelation offered, RequestContext reader) {
        if (include == null) {
            return null;
        }
        QueryParameterParser.names("include", include, List.of(offered.name()));
        return views(related, reader);
    }

    private Map<String, List<? extends Record>> views(Collection<UUID> related, RequestContext reader) {
        Map<String, List<LiveEntry>> byFamily = entries.live(related).stream()
                .collect(Collectors.groupingBy(LiveEntry::family, TreeMap::new, Collectors.toList()));
        Map<String, List<? extends Record>> views = new TreeMap<>();
        byFamily.forEach(
                (family, some) -> views.put(family, families.named(family).views(some, reader)));
        return views;
    }

    private List<UUID> follow(EntryRelation relation, List<UUID> ids) {
        return statements.list(
                relation.backwards() ? BACKWARDS : FORWARDS,
                List.of(ids.stream().distinct().toArray(UUID[]::new), relation.role()),
                row -> row.getObject(1, UUID.class));
    }
}
