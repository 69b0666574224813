package org.putokaz.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.live.read.EntryParameters;
import org.putokaz.live.read.EntryRelation;
import org.putokaz.live.read.EntryResolver;
import org.putokaz.live.read.IncludedEntryLoader;
import org.putokaz.live.read.LiveEntryRepository;

/**
 * Resource for {@code /api/v1/organisational-units}. Lists and single entries come from {@link LiveEntryRepository},
 * the tree of a day from {@link UnitTreeBuilder}.
 */
@PermitAll
@ConsistentRead
class UnitResource implements UnitsApi {

    private static final List<EntryRelation> RELATIONS = List.of(
            EntryRelation.outgoing("parent"),
            EntryRelation.outgoing("predecessors"),
            EntryRelation.incoming("successors", "predecessors"),
            EntryRelation.outgoing(UnitFamily.SERVICE_CHANNELS));

    private final LiveEntryRepository entries;
    private final EntryResolver resolver;
    private final UnitViewMapper views;
    private final UnitTreeBuilder treeBuilder;
    private final IncludedEntryLoader includedEntries;
    private final RequestContext request;

    @Inject
    UnitResource(
            LiveEntryRepository entries,
            EntryResolver resolver,
            UnitViewMapper views,
            UnitTreeBuilder treeBuilder,
            IncludedEntryLoader includedEntries,
            RequestContext request) {
        this.entries = entries;
        this.resolver = resolver;
        this.views = views;
        this.treeBuilder = treeBuilder;
        this.includedEntries = includedEntries;
        this.request = request;
    }

    @Override
    public UnitPage list(UnitListParameters parameters) {
        LiveEntryRepository.Slice slice =
                entries.findPage(parameters.toQuery(request), parameters.list().page(), request);
        return new UnitPage(
                views.toViews(slice.entries(), request),
                slice.page(),
                includedEntries.load(slice.entries(), parameters.list().include(), RELATIONS, request));
    }

    @Override
    public UnitTree tree(TreeParameters parameters) {
        LocalDate day = QueryParameterParser.day("asOf", parameters.asOf());
        if (day == null) {
            request.validity().limitToToday();
        }
        return treeBuilder.buildAsOf(day == null ? request.today() : day, request);
    }

    @Override
    public UnitView get(String idOrSlug, EntryParameters parameters) {
        List<LiveEntry> unit = List.of(resolver.resolve(UnitFamily.NAME, idOrSlug));
        return views.toViews(unit, request)
                .get(0)
                .withIncluded(includedEntries.load(unit, parameters.include(), RELATIONS, request));
    }
}
