package org.putokaz.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.read.LiveEntryRepository;

/** Resolver of the institution that the content is about: the first one that exists today and has no parent. */
@ApplicationScoped
public class InstitutionResolver {

    private final UnitRepository units;
    private final LiveEntryRepository entries;
    private final UnitViewMapper views;

    @Inject
    InstitutionResolver(UnitRepository units, LiveEntryRepository entries, UnitViewMapper views) {
        this.units = units;
        this.entries = entries;
        this.views = views;
    }

    /** The view of the institution; empty when none is published. */
    public Optional<Record> findCurrent(RequestContext request) {
        List<? extends Record> institutions = views.toViews(
                entries.findLive(units.findInstitutionsOn(request.today()).stream()
                        .limit(1)
                        .toList()),
                request);
        return institutions.stream().map(Record.class::cast).findFirst();
    }
}
