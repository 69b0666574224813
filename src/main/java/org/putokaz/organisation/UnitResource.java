package org.putokaz.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.putokaz.http.Parameters;
import org.putokaz.http.Reader;
import org.putokaz.live.EntryQuery;
import org.putokaz.live.Inclusions;
import org.putokaz.live.LiveEntries;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.Lookup;
import org.putokaz.live.Relation;
import org.putokaz.live.Snapshot;

@PermitAll
@Snapshot
class UnitResource implements UnitsApi {

    private static final List<Relation> RELATIONS =
            List.of(Relation.to("parent"), Relation.to("predecessors"), Relation.from("successors", "predecessors"));

    private final LiveEntries entries;
    private final Lookup lookup;
    private final UnitViews views;
    private final UnitTrees trees;
    private final Inclusions inclusions;
    private final Reader reader;

    @Inject
    UnitResource(
            LiveEntries entries,
            Lookup lookup,
            UnitViews views,
            UnitTrees trees,
            Inclusions inclusions,
            Reader reader) {
        this.entries = entries;
        this.lookup = lookup;
        this.views = views;
        this.trees = trees;
        this.inclusions = inclusions;
        this.reader = reader;
    }

    @Override
    public UnitPage list(UnitQuery query) {
        LiveEntries.Slice slice = entries.slice(query.listing(reader), query.list(), reader);
        return new UnitPage(
                views.of(slice.entries(), reader),
                slice.page(),
                inclusions.of(slice.entries(), query.list().include(), RELATIONS, reader));
    }

    @Override
    public UnitTree tree(TreeQuery query) {
        LocalDate asked = Parameters.day("asOf", query.asOf());
        if (asked == null) {
            reader.dependsOnTheDay();
        }
        return trees.asOf(asked == null ? reader.today() : asked, reader);
    }

    @Override
    public UnitView get(String idOrSlug, EntryQuery query) {
        List<LiveEntry> unit = List.of(lookup.entry(UnitFamily.NAME, idOrSlug));
        return views.of(unit, reader).get(0).with(inclusions.of(unit, query.include(), RELATIONS, reader));
    }
}
