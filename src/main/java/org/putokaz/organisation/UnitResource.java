package org.putokaz.organisation;

import org.putokaz.http.request.QueryParameterParser;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.live.read.EntryParameters;
import org.putokaz.live.read.EntryRelation;
import org.putokaz.live.read.EntryResolver;
import org.putokaz.live.read.IncludedEntryLoader;
import org.putokaz.live.read.LiveEntryRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

@PermitAll
@ConsistentRead
class UnitResource implements UnitsApi {

    private static final List<EntryRelation> RELATIONS = List.of(
            EntryRelation.outgoing("parent"),
            EntryRelation.outgoing("predecessors"),
            EntryRelation.incoming("successors", "predecessors"));

    private final LiveEntryRepository entries;
    private final EntryResolver lookup;
    private final UnitViewMapper views;
    private final UnitTreeBuilder trees;
    private final IncludedEntryLoader inclusions;
    private final RequestContext reader;

    @Inject
    UnitResource(
            LiveEntryRepository entries,
            EntryResolver lookup,
            UnitViewMapper views,
            UnitTreeBuilder trees,
            IncludedEntryLoader inclusions,
            RequestContext reader) {
        this.entries = entries;
        this.lookup = lookup;
        this.views = views;
        this.trees = trees;
        this.inclusions = inclusions;
        this.reader = reader;
    }

    @Override
    public UnitPage list(UnitListParameters query) {
        LiveEntryRepository.Slice slice = entries.findPage(query.listing(reader), query.list(), reader);
        return new UnitPage(
                views.of(slice.entries(), reader),
                slice.page(),
                inclusions.load(slice.entries(), query.list().include(), RELATIONS, reader));
    }

    @Override
    public UnitTree tree(TreeQuery query) {
        LocalDate asked = QueryParameterParser.day("asOf", query.asOf());
        if (asked == null) {
            reader.validity().limitToToday();
        }
        return trees.asOf(asked == null ? reader.today() : asked, reader);
    }

    @Override
    public UnitView get(String idOrSlug, EntryParameters query) {
        List<LiveEntry> unit = List.of(lookup.resolve(UnitFamily.NAME, idOrSlug));
        return views.of(unit, reader).get(0).with(inclusions.load(unit, query.include(), RELATIONS, reader));
    }
}
